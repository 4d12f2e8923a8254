import type { AuditHead } from './audit-head.ts'
import { readEveryRecord } from './queries.ts'
import { type HashedRecord, NOTHING_BEFORE, recordHash } from './record-hash.ts'

/** What is wrong with the first record that does not fit. */
export type AuditLogFault =
  /** Its contents are not what was hashed. */
  | 'changed'
  /** There is no record with this number, though there are later ones. */
  | 'missing'
  /** It does not carry the hash of the one before: it, or that one, was put there afterwards. */
  | 'does-not-follow'
  /** It came into the table without the trigger. */
  | 'unhashed'
  /** The audit log ends before it, though its hash was written down elsewhere. */
  | 'cut-off'
  /** It fits, but another hash was written down elsewhere: all was made anew up to here. */
  | 'rewritten'

export type VerifyAuditLogOutcome =
  | { outcome: 'intact'; records: number; head: AuditHead | null }
  | { outcome: 'broken'; sequence: number; fault: AuditLogFault; record: HashedRecord | null }

/**
 * Walks the whole audit log, oldest record first, in constant memory, and stops at the first record that
 * does not fit.
 * @param database connection string
 * @param kept heads that were written down outside of the database
 */
export async function verifyAuditLog(
  database: string,
  kept: readonly AuditHead[] = [],
): Promise<VerifyAuditLogOutcome> {
  const keptAt = Map.groupBy(kept, ({ sequence }) => sequence)
  let head: AuditHead = { sequence: 0, hash: NOTHING_BEFORE }
  for await (const records of readEveryRecord(database)) {
    for (const record of records) {
      const sequence = head.sequence + 1
      const fault = faultOf(record, head, keptAt.get(sequence) ?? [])
      if (fault)
        return { outcome: 'broken', sequence, fault, record: fault === 'missing' ? null : record }
      head = { sequence, hash: record.hash ?? '' }
    }
  }
  if (kept.some(({ sequence }) => sequence > head.sequence)) {
    return { outcome: 'broken', sequence: head.sequence + 1, fault: 'cut-off', record: null }
  }
  return { outcome: 'intact', records: head.sequence, head: head.sequence === 0 ? null : head }
}

function faultOf(
  record: HashedRecord,
  before: AuditHead,
  kept: readonly AuditHead[],
): AuditLogFault | null {
  if (record.sequence === null || record.hash === null) return 'unhashed'
  if (Number(record.sequence) > before.sequence + 1) return 'missing'
  const isNext = Number(record.sequence) === before.sequence + 1
  if (!isNext || record.previousHash !== before.hash) return 'does-not-follow'
  if (recordHash(record) !== record.hash) return 'changed'
  if (kept.some(({ hash }) => hash !== record.hash)) return 'rewritten'
  return null
}
