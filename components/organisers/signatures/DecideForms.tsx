import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { type ActAction, ReadFields, type ReadSignature } from './ActButtons.tsx'
import styles from './DecideForms.module.css'

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
