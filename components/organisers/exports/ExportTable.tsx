import type { Words } from '#lib/words.ts'
import table from '../DataRows.module.css'
import { DataRows } from '../DataRows.tsx'
import styles from './Exports.module.css'

type ExportTableProps = {
  runs: {
    id: string
    fileName: string
    /** In words, UTC. */
    startedAt: string
    rows: string
    state: string
    fileHash: string | null
  }[]
  words: Words['organisers']['exports']['runs']
}

/** The newest exports: how far they are, and what was sent. */
export function ExportTable({ runs, words }: ExportTableProps) {
  if (runs.length === 0) return <p>{words.none}</p>
  return (
    <DataRows>
      <thead>
        <tr>
          <th scope="col">{words.file}</th>
          <th scope="col">{words.startedAt}</th>
          <th scope="col">{words.rows}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, fileName, startedAt, rows, state, fileHash }) => (
          <tr key={id}>
            <th scope="row">
              {fileName}
              {fileHash && <code className={styles.hash}>{fileHash}</code>}
            </th>
            <td>{startedAt}</td>
            <td className={table.number}>{rows}</td>
            <td>{state}</td>
          </tr>
        ))}
      </tbody>
    </DataRows>
  )
}
