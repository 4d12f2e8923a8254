import { ButtonLink } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Pager.module.css'

type PagerProps = {
  /** Address of the next page, where there is one. */
  nextHref?: string | undefined
  /** Address of the first page, on every page but that one. */
  newestHref?: string | undefined
  words: Messages['signatories']
}

/** To the next page of a list, and back to its first one. */
export function Pager({ nextHref, newestHref, words }: PagerProps) {
  if (!nextHref && !newestHref) return null
  return (
    <nav aria-label={words.pages} className={styles.pager}>
      {nextHref && (
        <ButtonLink look="quiet" href={nextHref} rel="next">
          {words.next}
        </ButtonLink>
      )}
      {newestHref && (
        <a className={styles.newest} href={newestHref}>
          {words.newest}
        </a>
      )}
    </nav>
  )
}
