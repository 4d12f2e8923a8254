import type { ReactNode } from 'react'
import { Button } from '#components/ui/Button.tsx'
import shared from '#components/ui/visually-hidden.module.css'
import styles from './BulkPreview.module.css'

type BulkPreviewProps = {
  id: string
  /** Keeps what is ticked, and shows a page of it. */
  choose: (form: FormData) => Promise<void>
  /** Keeps what is ticked, and does it. */
  begin: (form: FormData) => Promise<void>
  page: number
  pages: number
  /** Ids of the signatures of this page. */
  shown: string[]
  /** What is asked before it is done: why. */
  questions: ReactNode
  /** The signatures of this page, each with its box. */
  children: ReactNode
  /** Where to go if nothing is to be done. */
  cancelHref: string
  words: {
    yes: string
    cancel: string
    keep: string
    newer: string
    older: string
    /** "Page 2 of 3". */
    place: string
  }
}

/**
 * A preview of a bulk action: one form, so that whatever is pressed first keeps what was unticked. What is done is
 * what was shown. Only doing it asks for what the questions require.
 */
export function BulkPreview(props: BulkPreviewProps) {
  const { id, choose, begin, page, pages, shown, questions, children, cancelHref, words } = props
  return (
    <form action={choose} className={styles.form}>
      <input type="hidden" name="id" value={id} />
      {shown.map(member => (
        <input key={member} type="hidden" name="shown" value={member} />
      ))}
      <DefaultButton page={page} />
      <div className={styles.questions}>{questions}</div>
      <div className={styles.buttons}>
        <Button type="submit" formAction={begin}>
          {words.yes}
        </Button>
        <a href={cancelHref}>{words.cancel}</a>
      </div>
      {children}
      <div className={styles.buttons}>
        <Button type="submit" look="quiet" name="page" value={page} formNoValidate>
          {words.keep}
        </Button>
        {page > 1 && (
          <Button type="submit" look="quiet" name="page" value={page - 1} formNoValidate>
            {words.newer}
          </Button>
        )}
        {page < pages && (
          <Button type="submit" look="quiet" name="page" value={page + 1} formNoValidate>
            {words.older}
          </Button>
        )}
        {pages > 1 && <span>{words.place}</span>}
      </div>
    </form>
  )
}

/** What the Enter key presses: the first button of a form, which here must do nothing to anybody. */
function DefaultButton({ page }: { page: number }) {
  return (
    <button
      type="submit"
      name="page"
      value={page}
      formNoValidate
      tabIndex={-1}
      aria-hidden="true"
      className={shared.visuallyHidden}
    />
  )
}
