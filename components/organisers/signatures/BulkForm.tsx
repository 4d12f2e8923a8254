import { Button } from '#components/ui/Button.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './BulkForm.module.css'
import { Panel } from './Panels.tsx'

/** The form that the boxes of the table belong to. */
export const SELECTION_FORM = 'selection'

type BulkFormProps = {
  preview: (form: FormData) => Promise<void>
  /** The query of the search, without a page; '' where nothing is searched for. */
  rule: string
  kinds: Option[]
  reasons: Option[]
  words: Messages['organisers']['signatures']['bulk']['wish']
  byHand: string
}

/** What to do to the ticked signatures, or to all of a search: shown first, done afterwards. */
export function BulkForm({ preview, rule, kinds, reasons, words, byHand }: BulkFormProps) {
  const [first, ...others] = kinds
  return (
    <Panel id="bulk" title={words.heading} lead={words.lead}>
      <form id={SELECTION_FORM} action={preview} className={styles.form}>
        <input type="hidden" name="rule" value={rule} />
        <Select
          id="bulk-kind"
          name="kind"
          label={words.kind}
          none={first?.name ?? ''}
          options={others}
        />
        <Select
          id="bulk-reason"
          name="reason"
          label={words.reason}
          none={byHand}
          options={reasons}
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
    </Panel>
  )
}
