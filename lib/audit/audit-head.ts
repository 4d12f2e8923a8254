import { database } from '#lib/database/client.ts'

/** The newest record of the audit log: whoever knows its hash can tell later whether anything before it changed. */
export type AuditHead = { place: number; hash: string }

const WRITTEN = /^(\d{1,15}):([0-9a-f]{64})$/

/** The newest record; null while there is none. */
export async function readAuditHead(): Promise<AuditHead | null> {
  const newest = await database.auditRecord.findFirst({
    where: { place: { not: null } },
    orderBy: { place: 'desc' },
    select: { place: true, hash: true },
  })
  return newest?.hash ? { place: Number(newest.place), hash: newest.hash } : null
}

/** A head as it stands in logs, packs and on paper: `42:` and 64 hexadecimal digits. */
export function writeAuditHead({ place, hash }: AuditHead) {
  return `${place}:${hash}`
}

/** Reads what `writeAuditHead` wrote; null for anything else. */
export function parseAuditHead(text: string): AuditHead | null {
  const [, place, hash] = WRITTEN.exec(text.trim()) ?? []
  return hash ? { place: Number(place), hash } : null
}
