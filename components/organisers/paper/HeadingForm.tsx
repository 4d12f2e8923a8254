import { Button } from '#components/ui/Button.tsx'
import controls from '#components/ui/control.module.css'
import { FieldFrame } from '#components/ui/FieldFrame.tsx'
import type { Option } from '#components/ui/Select.tsx'
import styles from './HeadingForm.module.css'

type HeadingFormProps = {
  /** Of the batch. */
  id: string
  action: (form: FormData) => Promise<void>
  /** The first rows of the file. */
  rows: Option[]
  /** Where no row is a heading. */
  none: Option
  chosen: string
  words: { label: string; hint: string; button: string }
}

/** Says which row of a list names its columns. */
export function HeadingForm({ id, action, rows, none, chosen, words }: HeadingFormProps) {
  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="id" value={id} />
      <FieldFrame id="heading" label={words.label} hint={words.hint}>
        <select
          key={chosen}
          id="heading"
          name="heading"
          className={controls.control}
          aria-describedby="heading-hint"
          defaultValue={chosen}
        >
          {[...rows, none].map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </FieldFrame>
      <Button type="submit" look="quiet">
        {words.button}
      </Button>
    </form>
  )
}
