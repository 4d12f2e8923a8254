import type { Organiser } from '#lib/access/organiser.ts'
import type { AuditEventKind } from '#lib/audit/audit-events.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import { forgetTally } from '#lib/signatures/tally.ts'
import { lockContents } from './queries/signatures.ts'

/** Revision of a signature, as an organiser read it. */
export type ReadSignature = {
  id: string
  /** Content hash of that revision (content-hash.ts). */
  contents: string
}

/**
 * Outcome of an action. `changed`: the signature is not the revision that was read, so nothing was done;
 * `not-possible`: its state does not permit the action, or there is no such signature.
 */
export type ActOutcome = { outcome: 'done' | 'changed' | 'not-possible' }

type Act = {
  kind: AuditEventKind
  /** For the audit log: codes, no names. */
  details?: Prisma.InputJsonObject
  /** Resolves to whether anything was done, or to what the audit log is to say of it besides. */
  act: (
    transaction: Prisma.TransactionClient,
    signature: Signature,
  ) => Promise<boolean | Prisma.InputJsonObject>
}

/**
 * Acts on a signature, if it still is the revision that the organiser read, and records it in the same
 * transaction. The row is locked before the comparison: concurrent changes wait.
 */
export async function actOnSignature(
  organiser: Organiser,
  { id, contents }: ReadSignature,
  { kind, details = {}, act }: Act,
): Promise<ActOutcome> {
  const outcome = await database.$transaction(async transaction => {
    const found = await lockContents(transaction, id)
    if (found === undefined) return 'not-possible'
    if (found !== contents) return 'changed'
    const signature = await transaction.signature.findUniqueOrThrow({ where: { id } })
    const done = await act(transaction, signature)
    if (!done) return 'not-possible'
    const said = done === true ? details : { ...details, ...done }
    await recordAuditEvent(
      { by: organiser, kind, subject: id, rows: 1, details: said },
      transaction,
    )
    return 'done'
  })
  forgetTally()
  return { outcome }
}

/** A line of history for what an organiser did that is no move. */
export async function tellHistory(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  organiser: Organiser,
  kind: Prisma.SignatureEventCreateManyInput['kind'],
  codes: string[] = [],
) {
  await transaction.signatureEvent.create({
    data: { signatureId, kind, codes, organiserId: organiser.id },
  })
}
