import formStyles from '#components/sign/SignForm.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './LogoForm.module.css'

/** What came of an upload, as a code that has a sentence. */
export type LogoOutcome = keyof Messages['selfService']['logo']['outcomes']

type LogoFormProps = {
  /** Where logos are sent to, and where her own is shown to its owner. */
  href: string
  /** Hash of the logo that is kept, if there is one. */
  hash: string | null
  /** What came of the last upload. */
  outcome?: LogoOutcome
  words: Messages['selfService']['logo']
}

/** An organisation's logo: seen, sent, taken away. Ordinary forms, no script. */
export function LogoForm({ href, hash, outcome, words }: LogoFormProps) {
  const message = outcome && words.outcomes[outcome]
  const isDone = outcome === 'saved' || outcome === 'removed'
  return (
    <div className={styles.logo}>
      {message && isDone && <p role="status">{message}</p>}
      {hash && (
        <form action={href} method="post" encType="multipart/form-data" className={styles.current}>
          <img src={`${href}?v=${hash}`} alt={words.current} width={200} height={100} />
          <input type="hidden" name="remove" value="1" />
          <Button type="submit" look="quiet">
            {words.remove}
          </Button>
        </form>
      )}
      <form action={href} method="post" encType="multipart/form-data" className={formStyles.form}>
        <Field
          id="logo-file"
          name="logo"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          label={words.file}
          hint={words.hint}
          error={isDone ? undefined : message}
          required
        />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </div>
  )
}
