import { createHash } from 'node:crypto'

/** Previous hash of the first record. */
export const NOTHING_BEFORE = '0'.repeat(64)

/** A record as it is hashed: every column as PostgreSQL writes it, the time in UTC to milliseconds. */
export type HashedRecord = {
  id: string
  sequence: string | null
  at: string
  organiserId: string | null
  networkHash: string | null
  kind: string
  subject: string | null
  rows: string | null
  fileHash: string | null
  details: string
  previousHash: string | null
  hash: string | null
}

const FORMAT = 'open-letter-trail-1'

/**
 * The hash that a record must carry, computed apart from the database, which computed its own: SHA-256
 * of the name of the format and eleven fields, one line each. A field is its length in bytes, a colon
 * and its text, or `~` where there is none: no two records are written alike.
 */
export function recordHash(record: HashedRecord) {
  const fields = [
    record.id,
    record.sequence,
    record.at,
    record.organiserId,
    record.networkHash,
    record.kind,
    record.subject,
    record.rows,
    record.fileHash,
    record.details,
    record.previousHash,
  ]
  const text = [FORMAT, ...fields.map(inNetstring)].join('\n')
  return createHash('sha256').update(text).digest('hex')
}

function inNetstring(value: string | null) {
  return value === null ? '~' : `${Buffer.byteLength(value)}:${value}`
}
