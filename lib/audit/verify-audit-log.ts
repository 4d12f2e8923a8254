import type { AuditHead } from './audit-head.ts'
import { readEveryRecord } from './queries.ts'
import { type HashedRecord, NOTHING_BEFORE, recordHash } from './record-hash.ts'

/** Fault of the first record that does not verify. */
export type AuditLogFault =
  /** The contents do not match the hash. */
  | 'changed'
  /** The record with this sequence is missing, though there are later ones. */
  | 'missing'
  /** The previous hash does not match: this record, or the one before, was inserted afterwards. */
  | 'does-not-follow'
  /** The record was inserted past the trigger and has no hash. */
  | 'unhashed'
  /** The log was truncated: a checkpoint names a later record. */
  | 'cut-off'
  /** The hash differs from a checkpoint: the log was rewritten up to here. */
  | 'rewritten'

export type VerifyAuditLogOutcome =
  | { outcome: 'intact'; records: number; head: AuditHead | null }
  | { outcome: 'broken'; sequence: number; fault: AuditLogFault; record: HashedRecord | null }

/**
 * Verifies the whole audit log, oldest record first, in constant memory, and stops at the first fault.
 * @param database connection string
 * @param kept checkpoints from outside of the database
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
