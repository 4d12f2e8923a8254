import type { Organiser } from '#lib/access/organiser.ts'
import type { AuditEventKind } from '#lib/audit/audit-events.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import { forgetTally } from '#lib/signatures/tally.ts'
import { lockContents } from './queries/signatures.ts'

/** One signature as an organiser read it. */
export type ReadSignature = {
  id: string
  /** Hash of what she read (content-hash.ts). */
  contents: string
}

/**
 * What came of an act. `changed`: it is no longer what was read, so nothing was done;
 * `not-possible`: it no longer stands where the act begins, or there is none.
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
 * Does something to one signature, if it still is what the organiser read, and records it in the same
 * transaction. The row is locked before it is compared: whoever changes it meanwhile waits.
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
