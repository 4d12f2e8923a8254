import { csv } from '#lib/exports/formats/csv.ts'
import { json } from '#lib/exports/formats/json.ts'
import { PUBLIC_HEADERS, publicRow } from '#lib/exports/formats/public-columns.ts'
import { readNamed } from '../queries.ts'
import { readNamedRecord } from '../record.ts'

/** The public columns of everybody who is named, in the order of the tree. */
export function publicCsv(url: string, snapshotId: string) {
  return csv(named(url, snapshotId), PUBLIC_HEADERS)
}

/** The same as JSON, a signatory on each line. */
export function publicJson(url: string, snapshotId: string) {
  return json(named(url, snapshotId))
}

async function* named(url: string, snapshotId: string) {
  for await (const rows of readNamed(url, snapshotId)) {
    yield rows.map(({ record }) => publicRow(readNamedRecord(record)))
  }
}
