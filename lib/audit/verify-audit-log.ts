import type { AuditHead } from './audit-head.ts'
import { readEveryRecord } from './queries.ts'
import { type HashedRecord, NOTHING_BEFORE, recordHash } from './record-hash.ts'

/** What is wrong with the first record that does not fit. */
export type AuditLogFault =
  /** Its contents are not what was hashed. */
  | 'changed'
  /** There is no record of this place, though there are later ones. */
  | 'missing'
  /** It does not carry the hash of the one before: it, or that one, was put there afterwards. */
  | 'does-not-follow'
  /** It came into the table past the trigger that seals. */
  | 'unsealed'
  /** The audit log ends before it, though its hash was written down elsewhere. */
  | 'cut-off'
  /** It fits, but another hash was written down elsewhere: all was made anew up to here. */
  | 'rewritten'

export type VerifyAuditLogOutcome =
  | { outcome: 'intact'; records: number; head: AuditHead | null }
  | { outcome: 'broken'; place: number; fault: AuditLogFault; record: HashedRecord | null }

/**
 * Walks the whole trail, oldest record first, in constant memory, and stops at the first record that
 * does not fit.
 * @param database connection string
 * @param kept heads that were written down outside of the database
 */
export async function verifyAuditLog(
  database: string,
  kept: readonly AuditHead[] = [],
): Promise<VerifyAuditLogOutcome> {
  const keptAt = Map.groupBy(kept, ({ place }) => place)
  let head: AuditHead = { place: 0, hash: NOTHING_BEFORE }
  for await (const records of readEveryRecord(database)) {
    for (const record of records) {
      const place = head.place + 1
      const fault = faultOf(record, head, keptAt.get(place) ?? [])
      if (fault)
        return { outcome: 'broken', place, fault, record: fault === 'missing' ? null : record }
      head = { place, hash: record.hash ?? '' }
    }
  }
  if (kept.some(({ place }) => place > head.place)) {
    return { outcome: 'broken', place: head.place + 1, fault: 'cut-off', record: null }
  }
  return { outcome: 'intact', records: head.place, head: head.place === 0 ? null : head }
}

function faultOf(
  record: HashedRecord,
  before: AuditHead,
  kept: readonly AuditHead[],
): AuditLogFault | null {
  if (record.place === null || record.hash === null) return 'unsealed'
  if (Number(record.place) > before.place + 1) return 'missing'
  const isNext = Number(record.place) === before.place + 1
  if (!isNext || record.previousHash !== before.hash) return 'does-not-follow'
  if (recordHash(record) !== record.hash) return 'changed'
  if (kept.some(({ hash }) => hash !== record.hash)) return 'rewritten'
  return null
}
