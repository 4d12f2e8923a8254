import { database } from '#lib/database/client.ts'

/**
 * Head of the audit log: its newest record. A known hash of it shows later whether any record before it
 * changed.
 */
export type AuditHead = { sequence: number; hash: string }

const WRITTEN = /^(\d{1,15}):([0-9a-f]{64})$/

/** The head of the audit log; null while the log is empty. */
export async function readAuditHead(): Promise<AuditHead | null> {
  const newest = await database.auditRecord.findFirst({
    where: { sequence: { not: null } },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  })
  return newest?.hash ? { sequence: Number(newest.sequence), hash: newest.hash } : null
}

/** A head as it stands in logs, packs and on paper: `42:` and 64 hexadecimal digits. */
export function writeAuditHead({ sequence, hash }: AuditHead) {
  return `${sequence}:${hash}`
}

/** Reads what `writeAuditHead` wrote; null for anything else. */
export function parseAuditHead(text: string): AuditHead | null {
  const [, sequence, hash] = WRITTEN.exec(text.trim()) ?? []
  return hash ? { sequence: Number(sequence), hash } : null
}
