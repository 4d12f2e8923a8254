import { database } from '#lib/database/client.ts'
import { readOwnSignature } from '#lib/signatures/self-service/signatory-session.ts'
import { readInclusionProofs } from './read-inclusion-proofs.ts'

/**
 * Everything that is kept about a signature, for its owner to take away (GDPR, articles 15 and 20).
 * Of reports of her name it says why and when, never from where; an organisation's logo is WebP in
 * base64; what deliveries hold of it comes with its proofs. Null without a living session.
 */
export async function readSignatoryData(sessionToken: unknown) {
  const signature = await readOwnSignature(sessionToken)
  if (!signature) return null
  const [events, mails, reports, logo, deliveries] = await Promise.all([
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
    database.organisationLogo.findUnique({ where: { signatureId: signature.id } }),
    readInclusionProofs(sessionToken),
  ])
  return {
    signature,
    history: events,
    mails,
    reports,
    logo: logo && asBase64(logo.image),
    deliveries,
  }
}

function asBase64(image: Uint8Array) {
  return Buffer.from(image).toString('base64')
}
