import { Button } from '#components/ui/Button.tsx'
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
  /** How many they let pass, in words. */
  matches: string
  mayExportAll: boolean
  /** What came of asking before, where no file came. */
  outcome: string | undefined
  words: Messages['organisers']['exports']
}

const FORMATS = ['xlsx', 'csv', 'json'] as const
const LONGEST_REASON = 500

/** Columns, format, reason: an ordinary form whose answer is the file. */
export function ExportForm(props: ExportFormProps) {
  const { action, filters, matches, mayExportAll, outcome, words } = props
  const columns = mayExportAll ? (['public', 'all'] as const) : (['public'] as const)
  const problem = wordFor(words.outcomes, outcome)
  return (
    <form id="get" method="post" action={action} className={styles.form}>
      <p role="status">{matches}</p>
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
        answers={columns.map(value => ({ value, label: words.columns[value] }))}
        chosen={problem ? 'all' : 'public'}
      />
      <Choice
        id="format"
        name="format"
        legend={words.format}
        answers={FORMATS.map(value => ({ value, label: words.formats[value] }))}
        chosen="xlsx"
      />
      {mayExportAll && (
        <TextArea
          id="reason"
          name="reason"
          label={words.reason.label}
          hint={words.reason.hint}
          rows={3}
          maxLength={LONGEST_REASON}
        />
      )}
      <Button type="submit">{words.button}</Button>
    </form>
  )
}
