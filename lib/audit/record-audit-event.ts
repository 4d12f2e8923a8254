import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { logEvent } from '#lib/log/log.ts'
import type { AuditEventKind } from './audit-events.ts'

/** Who did something, and from where. */
export type Actor = {
  /** The organiser; null where nobody was signed in, such as a failed sign-in. */
  id: string | null
  /** Keyed hash of the network that the request came from; null for a process of the site. */
  networkHash: string | null
}

/** One thing that an organiser did, saw or failed at. It names rows by id, never by their contents. */
export type AuditEvent = {
  /** Who did it; null for a command. */
  by: Actor | null
  kind: AuditEventKind
  /** Id of what it was done to, where that is one thing. */
  subject?: string
  /** How many rows it was about. */
  rows?: number
  /** SHA-256 of the file that was made, hexadecimal. */
  fileHash?: string
  /** What else a reader of the audit log needs: codes, filters, counts. No names, no addresses. */
  details?: Prisma.InputJsonObject
}

/**
 * Writes an audit event down, in the transaction that it belongs to: what is not recorded did not happen. Its
 * place in the audit log and its hash are given by the database when that transaction commits
 * (docs/decisions/0013-audit-log.md); audit events of other transactions do not wait for it before.
 * @throws Error when the audit log cannot be written; the audit event must then not be done.
 */
export async function recordAuditEvent(
  event: AuditEvent,
  transaction: Prisma.TransactionClient = database,
) {
  if (event.kind === 'sign-in-failed') logEvent('sign-in-failed', { step: stepOf(event) })
  await transaction.auditRecord.create({
    data: {
      organiserId: event.by?.id ?? null,
      networkHash: event.by?.networkHash ?? null,
      kind: event.kind,
      subject: event.subject ?? null,
      rows: event.rows ?? null,
      fileHash: event.fileHash ?? null,
      details: withoutAddresses(event.details ?? {}),
    },
  })
}

const ADDRESS_LIKE = /[^\s"'<>,;:()]+@[^\s"'<>,;:()]+/gu

/** The log cannot be changed: an address that somebody typed into a reason or a search stays out of it. */
function withoutAddresses(details: Prisma.InputJsonObject): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(details), (_, value) =>
    typeof value === 'string' ? value.replace(ADDRESS_LIKE, '…@…') : value,
  )
}

function stepOf({ details }: AuditEvent) {
  return typeof details?.step === 'string' ? details.step : ''
}
