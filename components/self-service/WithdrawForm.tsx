import formStyles from '#components/sign/SignForm.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './widths.module.css'

type WithdrawFormProps = {
  /** Address that takes the form. */
  action: string
  words: Messages['selfService']['withdraw']
  noMailNote: string
}

/** Taking a signature back: two steps, so that no slip of a finger does it. */
export function WithdrawForm({ action, words, noMailNote }: WithdrawFormProps) {
  return (
    <form action={action} method="post" className={`${formStyles.form} ${styles.narrow}`}>
      <Checkbox id="withdraw-sure" name="sure" label={words.sure} required />
      <Checkbox id="withdraw-no-mail" name="noMail" label={words.noMail} hint={noMailNote} />
      <Button type="submit" look="quiet">
        {words.button}
      </Button>
    </form>
  )
}
