import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { logEvent } from '#lib/log/log.ts'
import type { AuditEventKind } from './audit-events.ts'

/** Actor of an audit event, and her network. */
export type Actor = {
  /** The organiser; null where nobody was signed in, such as a failed sign-in. */
  id: string | null
  /** Keyed hash of the network that the request came from; null for a process of the site. */
  networkHash: string | null
}

/**
 * An audit event: something that an organiser did, saw or failed at. It names rows by id, never by their
 * contents.
 */
export type AuditEvent = {
  /** Actor; null for a command. */
  by: Actor | null
  kind: AuditEventKind
  /** Id of the subject, if there is exactly one. */
  subject?: string
  /** Number of rows concerned. */
  rows?: number
  /** SHA-256 of the file that was made, hexadecimal. */
  fileHash?: string
  /** Further details: codes, filters, counts. No names, no addresses. */
  details?: Prisma.InputJsonObject
}

/**
 * Records an audit event in the transaction of the action that it belongs to: without a record there is no
 * action. Sequence and hash are assigned by the database at commit (docs/decisions/0013-audit-log.md), so
 * events of other transactions do not wait.
 * @throws Error when the audit log cannot be written; the action must then not take place.
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

/** Audit records are immutable, so e-mail addresses typed into a reason or a search are left out. */
function withoutAddresses(details: Prisma.InputJsonObject): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(details), (_, value) =>
    typeof value === 'string' ? value.replace(ADDRESS_LIKE, '…@…') : value,
  )
}

function stepOf({ details }: AuditEvent) {
  return typeof details?.step === 'string' ? details.step : ''
}
