import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import type { FormDescription } from '#lib/signatures/describe-form.ts'
import type { Messages } from '#lib/text/messages.ts'
import { ChooseForm } from './ChooseForm.tsx'
import { FormFacts } from './FormFacts.tsx'
import styles from './Panel.module.css'

type ConfirmPanelProps = {
  /** What may be signed, in words: the first is taken unless another is chosen. */
  forms: FormDescription[]
  token: string
  /** Where all of it is erased. */
  noneHref: string
  /** Address that takes the press of the button. */
  action: string
  words: Messages['confirm']
}

/** What is signed, whole, and one large button: opening the page changes nothing, the button does. */
export function ConfirmPanel({ forms, token, noneHref, action, words }: ConfirmPanelProps) {
  const [first] = forms
  const isOne = forms.length === 1
  return (
    <div className={styles.panel}>
      <h1 className={styles.title}>{isOne ? words.title : words.severalTitle}</h1>
      <p className={styles.lead}>{isOne ? words.lead : words.severalLead}</p>
      <form action={action} method="post" className={styles.confirm}>
        <input type="hidden" name="token" value={token} />
        {isOne && first ? (
          <>
            <input type="hidden" name="form" value={first.id} />
            <FormFacts form={first} words={words} />
          </>
        ) : (
          <ChooseForm forms={forms} words={words} />
        )}
        <div className={styles.form}>
          <Checkbox
            id="confirm-thanks"
            name="thanks"
            label={words.thanks.label}
            hint={words.thanks.hint}
          />
          <Button type="submit">{words.button}</Button>
        </div>
      </form>
      <p className={styles.note}>
        {words.notYou}{' '}
        <a className={styles.back} href={noneHref}>
          {words.none}
        </a>
      </p>
    </div>
  )
}
