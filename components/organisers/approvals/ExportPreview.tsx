import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Messages } from '#lib/text/messages.ts'

type ExportPreviewProps = {
  /** How many rows there are, and how many of each state, in words. */
  total: string
  parts: string[]
  /** Every column, in words. */
  columns: readonly string[]
  /** What the rows below are. */
  lead: string
  rows: { id: string; cells: string[] }[]
  words: Messages['organisers']['approvals']['preview'] & { status: string }
}

/** What a file would hold: its size, its columns, its first rows. */
export function ExportPreview({ total, parts, columns, lead, rows, words }: ExportPreviewProps) {
  return (
    <WorkSection id="preview" title={words.heading} lead={total}>
      <ul>
        {parts.map(part => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p>
        {words.columns} {columns.join(', ')}
      </p>
      {rows.length > 0 && (
        <>
          <p>{lead}</p>
          <DataRows
            label={words.heading}
            columns={[words.status, words.name, words.email, words.country].map(name => ({ name }))}
            rows={rows.map(({ id, cells }) => ({
              id,
              cells: cells.map((cell, place) => <bdi key={columns[place]}>{cell}</bdi>),
            }))}
          />
        </>
      )}
    </WorkSection>
  )
}
