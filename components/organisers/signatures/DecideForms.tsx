import type { ReactNode } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { type ActAction, ReadFields, type ReadSignature } from './ActButtons.tsx'
import styles from './DecideForms.module.css'
import { RemovalFields } from './RemovalFields.tsx'

type DecideFormProps = {
  signature: ReadSignature
  act: ActAction
  words: Messages['organisers']['signatures']
}

/** Holds a signature, for a reason. */
export function HoldForm({
  signature,
  act,
  words,
  reasons,
}: DecideFormProps & { reasons: Option[] }) {
  return (
    <form action={act} className={styles.line}>
      <ReadFields signature={signature} />
      <Select
        id="hold-reason"
        name="reason"
        label={words.detail.reason}
        none={words.reasons.by_hand}
        options={reasons}
      />
      <Button type="submit" look="quiet" name="act" value="hold">
        {words.acts.hold}
      </Button>
    </form>
  )
}

/** Puts a signature among those that the letter's page shows first. */
export function FeatureForm(props: DecideFormProps & { place: number | null; last: number }) {
  const { signature, act, words, place, last } = props
  return (
    <form action={act} className={styles.line}>
      <ReadFields signature={signature} />
      <Field
        id="feature-place"
        name="place"
        type="number"
        min={1}
        max={last}
        inputMode="numeric"
        label={words.detail.place}
        defaultValue={place ?? 1}
      />
      <Button type="submit" look="quiet" name="act" value="feature">
        {words.acts.feature}
      </Button>
    </form>
  )
}

type RemoveFormProps = DecideFormProps & {
  /** Whose signature it is, for those who hear the button alone. */
  name: string
  reasons: Option[]
  /** Whether there is an address to write to. */
  hasAddress: boolean
  /** Where to go afterwards: a query of the table; without one, the signature's page. */
  back?: string
  /** What else is asked. */
  children?: ReactNode
}

/** Removes a signature, for a reason; unfolded only by whoever means it. */
export function RemoveForm(props: RemoveFormProps) {
  const { signature, act, name, reasons, hasAddress, back, children, words } = props
  return (
    <details className={styles.remove}>
      <summary aria-label={`${words.removal.begin} – ${name}`}>{words.removal.begin}</summary>
      <form action={act} className={styles.fields}>
        <ReadFields signature={signature} {...(back !== undefined && { back })} />
        <RemovalFields
          id={`remove-${signature.id}`}
          reasons={reasons}
          hasAddress={hasAddress}
          words={words.removal}
        />
        {children}
        <Button
          type="submit"
          look="quiet"
          name="act"
          value="remove"
          aria-label={`${words.acts.remove} – ${name}`}
        >
          {words.acts.remove}
        </Button>
      </form>
    </details>
  )
}
