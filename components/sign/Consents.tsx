import { Checkbox } from '#components/ui/Checkbox.tsx'
import type { FieldValues } from '#lib/signatures/sign-form-state.ts'
import { BothReadings } from './BothReadings.tsx'
import styles from './Consents.module.css'
import { controlId, type FieldMessages, type SignFormWords } from './sign-form-words.ts'

type ConsentsProps = {
  words: SignFormWords
  values: FieldValues
  messages: FieldMessages
  privacyHref: string
}

const CONSENTS = ['consent', 'public', 'updates'] as const

/**
 * Three separate agreements, none given in advance, each with what follows from it. Whoever signs for
 * an organisation declares in the first to be authorised.
 */
export function Consents({ words, values, messages, privacyHref }: ConsentsProps) {
  const labels = {
    consent: (
      <BothReadings
        individual={words.consent.label}
        organisation={words.consent.labelOrganisation}
      />
    ),
    public: words.public.label,
    updates: words.updates.label,
  }
  return (
    <fieldset className={styles.consents}>
      <legend className={styles.legend}>{words.consents}</legend>
      {CONSENTS.map(field => (
        <Checkbox
          key={field}
          id={controlId(field)}
          name={field}
          label={labels[field]}
          hint={words[field].note}
          error={messages[field]}
          defaultChecked={Boolean(values[field])}
          required={field === 'consent'}
        />
      ))}
      <p className={styles.privacy}>
        <a href={privacyHref}>{words.privacy}</a>
      </p>
    </fieldset>
  )
}
