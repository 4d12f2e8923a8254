import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import type { MailedQuery } from '#lib/security/mailed-link-query.ts'
import { readUnsubscribeLink } from './unsubscribe-link.ts'

/** Outcome of unsubscribing from broadcasts; repeating it changes nothing. */
export type StopBroadcastsOutcome = { outcome: 'stopped' | 'already-stopped' | 'unknown' }

/**
 * Unsubscribes the signatory behind a link from broadcasts and deletes those queued for her. Her signature
 * stays as it is.
 * @param link the query of the link.
 * @param way by which she did it, for her signature's history.
 */
export async function stopBroadcasts(
  link: MailedQuery,
  way: 'one-click' | 'page',
): Promise<StopBroadcastsOutcome> {
  const id = readUnsubscribeLink(link)
  if (!id) return { outcome: 'unknown' }
  return database.$transaction(async transaction => {
    const isStopped = await unsubscribe(transaction, id, { codes: [way] })
    return { outcome: isStopped ? 'stopped' : 'already-stopped' }
  })
}

/** Unsubscribes a signatory, with a line of her history. Resolves to whether she was subscribed. */
export async function unsubscribe(
  transaction: Prisma.TransactionClient,
  id: string,
  by: { codes?: string[]; organiserId?: string },
) {
  const { count } = await transaction.signature.updateMany({
    where: { id, wantsUpdates: true },
    data: { wantsUpdates: false },
  })
  if (count === 0) return false
  await transaction.signatureEvent.create({
    data: { signatureId: id, kind: 'unsubscribed', ...by },
  })
  await transaction.mail.deleteMany({
    // What tells of the privacy notice is no news.
    where: {
      signatureId: id,
      kind: 'broadcast',
      status: 'waiting',
      NOT: { broadcast: { privacyVersion: { not: null } } },
    },
  })
  return true
}
