import { Button } from '#components/ui/Button.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './BulkForm.module.css'
import { SelectionCount } from './SelectionCount.tsx'

/** The form that the boxes of the table belong to. */
export const SELECTION_FORM = 'selection'

type BulkFormProps = {
  preview: (form: FormData) => Promise<void>
  /** The query of the search, without a page; '' where nothing is searched for. */
  rule: string
  kinds: Option[]
  words: Messages['organisers']['signatures']['bulk']['wish']
}

/**
 * What to do to the ticked signatures, or to all of a search: shown first, done afterwards. It stays at the foot of the
 * window, however long the table is.
 */
export function BulkForm({ preview, rule, kinds, words }: BulkFormProps) {
  const [first, ...others] = kinds
  return (
    <section id="bulk" aria-label={words.heading} className={styles.bar}>
      <form id={SELECTION_FORM} action={preview} className={styles.form}>
        <input type="hidden" name="rule" value={rule} />
        <SelectionCount form={SELECTION_FORM} words={words} />
        <Select
          id="bulk-kind"
          name="kind"
          label={words.kind}
          none={first?.name ?? ''}
          options={others}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="quiet" name="scope" value="selection">
            {words.selection}
          </Button>
          {rule && (
            <Button type="submit" look="quiet" name="scope" value="rule">
              {words.rule}
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}
