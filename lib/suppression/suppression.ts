import type { Prisma, Suppression, SuppressionReason } from '#lib/database/types.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { emailKey, keysOf } from '#lib/text/email-address.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'

/** Days after which a bounce is forgotten: a mailbox may be created, emptied or repaired. */
export const BOUNCE_LASTS_DAYS = 30

/** Days for which an address is paused that several mails in a row came back from for now. */
export const PAUSE_LASTS_DAYS = 7

/** Hours between two signings after which a bounced address gets one more try. */
export const ASK_AGAIN_AFTER_HOURS = 24

/** Reasons by strength: a weaker one does not replace a stronger one. */
const STRENGTH: Record<SuppressionReason, number> = {
  paused: 0,
  bounced: 1,
  complained: 2,
  unsubscribed: 3,
}

/** Those that expire by themselves, and that organisers may lift. */
export const PASSING: SuppressionReason[] = ['paused', 'bounced']

/**
 * Suppresses an address: this site does not write to it again; a bounce is forgotten after BOUNCE_LASTS_DAYS,
 * a pause after PAUSE_LASTS_DAYS.
 * An unsubscription is final, and only a keyed hash of the address is kept.
 * @param signatureId whose mail came back, where one did.
 */
export async function suppressAddress(
  transaction: Prisma.TransactionClient,
  email: string,
  reason: SuppressionReason = 'unsubscribed',
  signatureId: string | null = null,
  now = new Date(),
) {
  await suppressHash(transaction, addressHash(emailKey(email)), reason, signatureId, now)
}

/** Suppresses an address of which only the keyed hash is left. */
export async function suppressHash(
  transaction: Prisma.TransactionClient,
  keyHash: string,
  reason: SuppressionReason = 'unsubscribed',
  signatureId: string | null = null,
  now = new Date(),
) {
  const known = await transaction.suppression.findUnique({ where: { keyHash } })
  if (known && STRENGTH[known.reason] > STRENGTH[reason]) return
  const ofPassing = { createdAt: now, signedAgainAt: null }
  await transaction.suppression.upsert({
    where: { keyHash },
    create: { keyHash, reason, signatureId, createdAt: now },
    update: {
      reason,
      signatureId: reason === 'unsubscribed' ? null : signatureId,
      ...(PASSING.includes(reason) && ofPassing),
    },
  })
}

/** Whether an address is suppressed. */
export async function isSuppressed(
  transaction: Prisma.TransactionClient,
  email: string,
  now = new Date(),
) {
  return (await suppressedAmong(transaction, [email], now)).size > 0
}

/** Suppressed ones among these addresses or keys. */
export async function suppressedAmong(
  transaction: Prisma.TransactionClient,
  emails: string[],
  now = new Date(),
) {
  return new Set((await suppressionReasons(transaction, emails, now)).keys())
}

/** Reasons of the suppressed ones among these addresses or keys. */
export async function suppressionReasons(
  transaction: Prisma.TransactionClient,
  emails: string[],
  now = new Date(),
) {
  const hashes = new Map(emails.map(email => [email, addressHashes(email)]))
  const found = await transaction.suppression.findMany({
    where: { keyHash: { in: [...hashes.values()].flat() }, ...stillStands(now) },
  })
  const reasons = new Map(found.map(({ keyHash, reason }) => [keyHash, reason]))
  const strongest = (keyHashes: string[]) =>
    keyHashes
      .flatMap(hash => reasons.get(hash) ?? [])
      .sort((one, other) => STRENGTH[other] - STRENGTH[one])[0]
  return new Map(
    [...hashes].flatMap(([email, keyHashes]) => {
      const reason = strongest(keyHashes)
      return reason ? [[email, reason] as const] : []
    }),
  )
}

/**
 * Whether an address may be written to although mails to it came back, because somebody signs with it
 * once more: the first time is noted, and a second one, ASK_AGAIN_AFTER_HOURS later, forgets the
 * bounce. What its owner or a complaint asked for stands.
 */
export async function mayTryAgain(
  transaction: Prisma.TransactionClient,
  email: string,
  now: Date,
): Promise<boolean> {
  const known = await findSuppression(transaction, email, now)
  if (!known) return true
  if (!PASSING.includes(known.reason)) return false
  const { keyHash, signedAgainAt } = known
  if (!signedAgainAt) {
    await transaction.suppression.update({ where: { keyHash }, data: { signedAgainAt: now } })
    return false
  }
  if (now.getTime() - signedAgainAt.getTime() < ASK_AGAIN_AFTER_HOURS * HOUR_MS) return false
  await transaction.suppression.deleteMany({ where: { keyHash: { in: addressHashes(email) } } })
  return true
}

/** Strongest suppression of an address, for organisers who look for it; null if there is none. */
export async function findSuppression(
  transaction: Prisma.TransactionClient,
  email: string,
  now?: Date,
): Promise<Suppression | null> {
  const found = await transaction.suppression.findMany({
    where: { keyHash: { in: addressHashes(email) }, ...(now && stillStands(now)) },
  })
  return found.sort((one, other) => STRENGTH[other.reason] - STRENGTH[one.reason])[0] ?? null
}

/** Condition of suppressions that have not expired. */
export function stillStands(now: Date) {
  return {
    OR: [
      { reason: { notIn: PASSING } },
      { reason: 'bounced', createdAt: { gt: bouncesSince(now) } },
      { reason: 'paused', createdAt: { gt: pausesSince(now) } },
    ],
  } satisfies Prisma.SuppressionWhereInput
}

/** The moment before which a bounce is forgotten. */
export function bouncesSince(now: Date) {
  return new Date(now.getTime() - BOUNCE_LASTS_DAYS * DAY_MS)
}

/** The moment before which a pause has ended. */
export function pausesSince(now: Date) {
  return new Date(now.getTime() - PAUSE_LASTS_DAYS * DAY_MS)
}

/** Ends the pause of an address that began before then, where there is one. */
export async function liftPause(transaction: Prisma.TransactionClient, email: string, at: Date) {
  await transaction.suppression.deleteMany({
    where: { keyHash: { in: addressHashes(email) }, reason: 'paused', createdAt: { lt: at } },
  })
}

/** Keyed hashes of an address: what was kept before its provider's rules were known has its former hash. */
export function addressHashes(email: string) {
  return keysOf(email).map(addressHash)
}

/** Keyed hash of an address's key, which stands for the address where nobody may read it. */
export function addressHash(key: string) {
  return keyedHash('suppression', key)
}
