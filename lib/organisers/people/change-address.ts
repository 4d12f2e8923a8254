import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { OrganiserAddress, Prisma } from '#lib/database/types.ts'
import { isLinkAlive } from '#lib/security/link-expiry.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { hashToken, newToken } from '#lib/security/tokens.ts'
import { readEmailAddress } from '#lib/text/email-address.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { isOwnPassword } from '../sign-in/change-password.ts'

/** Lifetime of the link to a new address once its mail was sent, in minutes. */
export const ADDRESS_LINK_MINUTES = 60

/** Outcome of asking for another address. `known`: it is the own one, or a colleague's. */
export type AskAddressOutcome = {
  outcome: 'asked' | 'invalid-address' | 'known' | 'wrong-password' | 'too-many'
}

/**
 * Mails a link to an organiser's new address. Nothing changes before it is pressed; a change that waited before
 * ends.
 * @param locale language of the mail.
 */
export async function askForAddress(
  typed: { email: unknown; password: unknown },
  by: Organiser,
  locale: string,
  now = sharedNow(),
): Promise<AskAddressOutcome> {
  if (await consumeRateLimit('organiser-code', by.id)) return { outcome: 'too-many' }
  if (!(await isOwnPassword(by.id, typed.password))) return { outcome: 'wrong-password' }
  const email = readEmailAddress(String(typed.email ?? ''))
  if (!email) return { outcome: 'invalid-address' }
  if (await database.organiser.findUnique({ where: { email } })) return { outcome: 'known' }
  const { id, tokenHash } = newToken('organiser-address')
  const expiresAt = new Date(now.getTime() + ADDRESS_LINK_MINUTES * MINUTE_MS)
  const organiserId = by.id
  await database.$transaction([
    database.organiserAddress.deleteMany({ where: { organiserId, usedAt: null } }),
    database.organiserAddress.create({
      data: { id, organiserId, email, formerEmail: by.email, tokenHash, expiresAt },
    }),
    database.mail.create({
      data: {
        kind: 'organiser_address',
        organiserId,
        newAddressId: id,
        locale,
        createdAt: now,
        nextAttemptAt: now,
      },
    }),
  ])
  return { outcome: 'asked' }
}

/** The change that a link stands for, if it is this organiser's and still works; null for any other. */
export async function readAddressChange(token: unknown, by: Organiser, now = sharedNow()) {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  return database.organiserAddress.findFirst({
    where: {
      tokenHash,
      organiserId: by.id,
      usedAt: null,
      ...isLinkAlive(ADDRESS_LINK_MINUTES, now),
    },
  })
}

/** Outcome of a change of address. */
export type ChangeAddressOutcome = { outcome: 'changed' | 'unknown' | 'known' }

/**
 * Changes one's own address by the link that was mailed to it. The address before and the other owners are told,
 * and every session but this one ends.
 */
export async function changeAddress(
  token: unknown,
  by: Organiser,
  sessionId: string,
  now = sharedNow(),
): Promise<ChangeAddressOutcome> {
  const change = await readAddressChange(token, by, now)
  if (!change) return { outcome: 'unknown' }
  return database.$transaction(async transaction => {
    const { email } = change
    if (await transaction.organiser.findUnique({ where: { email } })) return { outcome: 'known' }
    if (!(await claimChange(transaction, change, now))) return { outcome: 'unknown' }
    await transaction.organiser.update({ where: { id: by.id }, data: { email } })
    await transaction.organiserSession.deleteMany({
      where: { organiserId: by.id, id: { not: sessionId } },
    })
    await recordAuditEvent({ by, kind: 'organiser-address-changed', subject: by.id }, transaction)
    await tellEveryone(transaction, change)
    return { outcome: 'changed' }
  })
}

async function claimChange(
  transaction: Prisma.TransactionClient,
  { id }: OrganiserAddress,
  now: Date,
) {
  const { count } = await transaction.organiserAddress.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}

async function tellEveryone(
  transaction: Prisma.TransactionClient,
  { id, organiserId }: OrganiserAddress,
) {
  const notice = 'address-changed'
  await transaction.mail.create({
    data: { kind: 'account_notice', organiserId, notice, newAddressId: id },
  })
  await mailAccountNotice(transaction, notice, organiserId)
}
