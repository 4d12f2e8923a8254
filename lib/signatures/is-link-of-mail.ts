import { database } from '#lib/database/client.ts'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { hashToken } from '#lib/security/tokens.ts'
import { readUnsubscribeLink } from './unsubscribe-link.ts'

/**
 * Whether a mail of the site carried the link with this query: whoever holds it has read the letter
 * already, and can stop the news of it whatever became of the campaign.
 */
export async function isLinkOfMail(query: URLSearchParams) {
  const hash = hashToken(readMailedToken(query))
  if (!hash) return false
  if (readUnsubscribeLink(query)) return true
  const ofLink = { OR: [{ tokenHash: hash }, { rejectionTokenHash: hash }] }
  const found = await Promise.all([
    database.confirmationLink.findFirst({ where: ofLink, select: { id: true } }),
    database.magicLink.findUnique({ where: { tokenHash: hash }, select: { id: true } }),
    database.reconfirmationLink.findUnique({ where: { tokenHash: hash }, select: { id: true } }),
  ])
  return found.some(Boolean)
}
