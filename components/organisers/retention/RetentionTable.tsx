import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { Messages } from '#lib/text/messages.ts'

type RetentionTableProps = {
  runs: {
    id: string
    /** Name of a rule of retention. */
    rule: string
    /** How many went, and on which day, in words. */
    rows: string
    day: string
  }[]
  words: Messages['organisers']['retention']
}

/** What the site deleted by itself, as the privacy page promises. */
export function RetentionTable({ runs, words }: RetentionTableProps) {
  if (runs.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={words.title}
      columns={[{ name: words.what }, { name: words.day }, { name: words.count, isNumber: true }]}
      rows={runs.map(({ id, rule, rows, day }) => ({
        id,
        cells: [nameOf(rule, words.rules), day, rows],
      }))}
    />
  )
}

/** A rule of an earlier version of the site keeps its code. */
function nameOf(rule: string, names: Record<string, string>) {
  return wordFor(names, rule) ?? rule
}
