import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { CopyButton, type CopyWords } from '#components/ui/CopyButton.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './RecoveryCodes.module.css'

type RecoveryCodesProps = {
  codes: string[]
  keep: (form: FormData) => Promise<void>
  words: Messages['organisers']['codes']
  copy: CopyWords
}

/** The recovery codes, once. */
export function RecoveryCodes({ codes, keep, words, copy }: RecoveryCodesProps) {
  return (
    <>
      <ul className={styles.codes}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.copy}>
        <CopyButton text={codes.join('\n')} words={copy} />
      </div>
      <form action={keep} className={styles.form}>
        <Checkbox id="kept" name="kept" label={words.kept} required />
        <Button type="submit">{words.button}</Button>
      </form>
    </>
  )
}
