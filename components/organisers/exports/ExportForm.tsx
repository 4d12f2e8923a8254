import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Choice } from '#components/ui/Choice.tsx'
import { TextArea } from '#components/ui/Field.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Exports.module.css'

type ExportFormProps = {
  /** Where the file comes from. */
  action: string
  /** Filters of this page's address, which the file is for. */
  filters: Record<string, string | undefined>
  /** What was chosen before, or is offered. */
  chosen: { columns: string; format: string; wording: string; separator: string; reason: string }
  /** Heads and labels in words of this language, or else codes. */
  wordings: { value: string; label: string }[]
  /** How many rows public columns would have, in words. */
  shown: string
  /** Every status with its number of rows, in words. */
  statuses: { code: string; label: string; isChosen: boolean }[]
  mayExportAll: boolean
  /** What came of asking before, where no file came. */
  outcome: string | undefined
  words: Messages['organisers']['exports']
}

const FORMATS = ['xlsx', 'csv', 'json'] as const
const LONGEST_REASON = 500

/** Columns, statuses, format, reason: an ordinary form whose answer is the file. */
export function ExportForm(props: ExportFormProps) {
  const { action, filters, chosen, shown, mayExportAll, outcome, words } = props
  const problem = wordFor(words.outcomes, outcome)
  const columns = [
    { value: 'public', label: `${words.columns.public} – ${shown}` },
    ...(mayExportAll ? [{ value: 'all', label: words.columns.all }] : []),
  ]
  return (
    <form id="get" method="post" action={action} className={styles.form}>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {Object.entries(filters).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Choice
        id="columns"
        name="columns"
        legend={words.columns.legend}
        answers={columns}
        chosen={chosen.columns}
      />
      {mayExportAll && <Statuses {...props} />}
      <Choice
        id="format"
        name="format"
        legend={words.format}
        answers={FORMATS.map(value => ({ value, label: words.formats[value] }))}
        chosen={chosen.format}
      />
      <Choice
        id="wording"
        name="wording"
        legend={words.wording.legend}
        answers={props.wordings}
        chosen={chosen.wording}
      />
      <Choice
        id="separator"
        name="separator"
        legend={words.separator.legend}
        answers={[
          { value: ',', label: words.separator.comma },
          { value: ';', label: words.separator.semicolon },
        ]}
        chosen={chosen.separator}
      />
      {mayExportAll && (
        <TextArea
          id="why"
          name="why"
          label={words.reason.label}
          hint={words.reason.hint}
          defaultValue={chosen.reason}
          rows={3}
          maxLength={LONGEST_REASON}
        />
      )}
      <Button type="submit">{words.button}</Button>
    </form>
  )
}

/** Of which status the rows with every column are: each box says how many it adds. */
function Statuses({ statuses, words }: ExportFormProps) {
  return (
    <fieldset className={styles.statuses}>
      <legend>{words.statuses}</legend>
      {statuses.map(({ code, label, isChosen }) => (
        <Checkbox
          key={code}
          id={`status-${code}`}
          name="status"
          value={code}
          label={label}
          defaultChecked={isChosen}
        />
      ))}
    </fieldset>
  )
}
