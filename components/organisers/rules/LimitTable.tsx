import { DataRows } from '#components/organisers/common/DataRows.tsx'

type LimitTableProps = {
  label: string
  columns: [string, string]
  rows: { what: string; limit: string }[]
}

/** From how many on the site holds, or stops holding, by itself. */
export function LimitTable({ label, columns, rows }: LimitTableProps) {
  return (
    <DataRows
      label={label}
      columns={columns.map(name => ({ name }))}
      rows={rows.map(({ what, limit }) => ({ id: what, cells: [what, limit] }))}
    />
  )
}
