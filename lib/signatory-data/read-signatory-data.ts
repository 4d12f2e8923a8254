import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { readOwnSignature } from '#lib/signatures/self-service/signatory-session.ts'
import { inclusionProofsOf } from './read-inclusion-proofs.ts'

export type SignatoryData = Awaited<ReturnType<typeof signatoryDataOf>>

/** Everything that is kept about the signature of a session, for its owner; null without a living session. */
export async function readSignatoryData(sessionToken: unknown) {
  const signature = await readOwnSignature(sessionToken)
  return signature && signatoryDataOf(signature)
}

/**
 * The same of any signature, for an organiser who hands it to its owner, which stands in the audit log. Null where
 * there is none, or where it holds nothing of anybody any more.
 */
export async function readDataToHandOut(organiser: Organiser, id: unknown) {
  const checked = z.uuid().safeParse(id)
  if (!checked.success) return null
  const signature = await database.signature.findUnique({
    where: { id: checked.data, status: { not: 'withdrawn' } },
  })
  if (!signature) return null
  const kind = 'signatory-data-handed-out'
  await recordAuditEvent({ by: organiser, kind, subject: signature.id, rows: 1 })
  return signatoryDataOf(signature)
}

/**
 * What a signatory may take away (GDPR, articles 15 and 20). Of reports of her name it says why and when, never
 * from where, and of notes what they say and not who wrote them; an organisation's logo is WebP in base64; what
 * deliveries hold of it comes with its proofs.
 */
async function signatoryDataOf(signature: Signature) {
  const [events, mails, reports, notes, addresses, logo, deliveries] = await Promise.all([
    database.signatureEvent.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { kind: true, codes: true, at: true },
    }),
    database.mail.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { kind: true, status: true, createdAt: true, sentAt: true, deliveredAt: true },
    }),
    database.nameReport.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { reason: true, createdAt: true },
    }),
    database.signatureNote.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { text: true, at: true },
    }),
    database.addressChange.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { email: true, createdAt: true, usedAt: true },
    }),
    database.organisationLogo.findUnique({ where: { signatureId: signature.id } }),
    inclusionProofsOf(signature.id),
  ])
  return {
    signature,
    history: events,
    mails,
    reports,
    notes,
    addresses,
    logo: logo && asBase64(logo.image),
    deliveries,
  }
}

function asBase64(image: Uint8Array) {
  return Buffer.from(image).toString('base64')
}
