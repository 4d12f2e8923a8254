import { readRows } from '#lib/database/read-rows.ts'
import type { HashedRecord } from './record-hash.ts'

/** Audit records, oldest first, in constant memory; a record without a sequence comes last. */
export function readEveryRecord(url: string) {
  return readRows<HashedRecord>(url, EVERY_RECORD)
}

/** Columns as the hash of a record takes them. */
const HASHED_COLUMNS = `id::text, sequence::text,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  organiser_id::text, network_hash, kind, subject, rows::text, file_hash, details::text,
  previous_hash, hash`

const EVERY_RECORD = {
  text: `SELECT ${HASHED_COLUMNS} FROM audit_record ORDER BY audit_record.sequence NULLS LAST, audit_record.id`,
  values: [],
}
