import { DataRows } from '#components/organisers/common/DataRows.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Exports.module.css'

type ExportTableProps = {
  runs: {
    id: string
    fileName: string
    /** In words. */
    startedAt: string
    rows: string
    state: string
    fileHash: string | null
  }[]
  words: Messages['organisers']['exports']['runs']
}

/** The newest exports: how far they are, and what was sent. */
export function ExportTable({ runs, words }: ExportTableProps) {
  if (runs.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={words.title}
      columns={[
        { name: words.file },
        { name: words.startedAt },
        { name: words.rows, isNumber: true },
        { name: words.state },
      ]}
      rows={runs.map(({ id, fileName, startedAt, rows, state, fileHash }) => ({
        id,
        cells: [
          <div key="file">
            {fileName}
            {fileHash && <code className={styles.hash}>{fileHash}</code>}
          </div>,
          startedAt,
          rows,
          state,
        ],
      }))}
    />
  )
}
