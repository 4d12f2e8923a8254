import { database } from '#lib/database/client.ts'
import { readOwnSignature } from './own-session.ts'

/**
 * Everything that is kept about a signature, for its owner to take away (GDPR, articles 15 and 20).
 * Of reports of her name it says why and when, never from where. Null without a living session.
 */
export async function readOwnData(sessionToken: unknown) {
  const signature = await readOwnSignature(sessionToken)
  if (!signature) return null
  const [events, mails, reports] = await Promise.all([
    database.signatureEvent.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { kind: true, codes: true, at: true },
    }),
    database.mail.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { kind: true, status: true, createdAt: true, sentAt: true },
    }),
    database.nameReport.findMany({
      where: { signatureId: signature.id },
      orderBy: { id: 'asc' },
      select: { reason: true, createdAt: true },
    }),
  ])
  return { signature, history: events, mails, reports }
}
