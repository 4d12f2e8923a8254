import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './ReconfirmForm.module.css'

type ReconfirmFormProps = {
  /** Address that takes the press of the button. */
  action: string
  /** Hash of the text that the page shows: the signature is extended to that one or to none. */
  version: string
  /** Of the mail's link; none for somebody who came from her own page. */
  token?: string | undefined
  /** The new text in full. */
  wholeHref: string
  words: Messages['reconfirm']
}

/** One button, under what has changed. */
export function ReconfirmForm(props: ReconfirmFormProps) {
  const { action, version, token, wholeHref, words } = props
  return (
    <form action={action} method="post" className={styles.form}>
      {token && <input type="hidden" name="token" value={token} />}
      <input type="hidden" name="version" value={version} />
      <Button type="submit">{words.button}</Button>
      <p>
        <a href={wholeHref}>{words.readWhole}</a>
      </p>
    </form>
  )
}
