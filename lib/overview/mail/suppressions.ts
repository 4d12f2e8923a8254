import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Suppression, SuppressionReason } from '#lib/database/types.ts'
import { findSuppression, PASSING, stillStands } from '#lib/suppression/suppression.ts'
import { readEmailAddress } from '#lib/text/email-address.ts'

/** Outcome of a search for an address. */
export type FindSuppressedOutcome =
  | { outcome: 'found'; key: string }
  | { outcome: 'none' }
  | { outcome: 'no-address' }

const ROWS_ON_A_PAGE = 50

/** 43 letters of base64url: what a keyed hash looks like (lib/security/tokens.ts). */
const KEY_PATTERN = /^[\w-]{43}$/

/** A suppressed address, as organisers see it. */
export type SuppressedAddress = {
  /** Keyed hash of the address. */
  key: string
  reason: SuppressionReason
  since: Date
  /** Whether somebody signed with it since it bounced: a second time gives it one more try. */
  isAskedAgain: boolean
  /** The address, from a signature; null if it is kept nowhere. */
  address: string | null
  /** Whether organisers may lift it: never after an unsubscription or a complaint. */
  mayLift: boolean
}

/** Suppressed addresses, newest first, after the cursor `after`; reading them is recorded in the audit log. */
export async function listSuppressed(organiser: Organiser, after?: string, now = new Date()) {
  const cursor = after && KEY_PATTERN.test(after) ? after : undefined
  const found = await database.suppression.findMany({
    where: stillStands(now),
    orderBy: [{ createdAt: 'desc' }, { keyHash: 'desc' }],
    take: ROWS_ON_A_PAGE + 1,
    ...(cursor && { cursor: { keyHash: cursor }, skip: 1 }),
    include: { signature: { select: { email: true } } },
  })
  const rows = found.slice(0, ROWS_ON_A_PAGE)
  await recordAuditEvent({ by: organiser, kind: 'suppressions-seen', rows: rows.length })
  const next = found.length > ROWS_ON_A_PAGE ? (rows.at(-1)?.keyHash ?? null) : null
  return { suppressed: rows.map(asSeen), next }
}

/** A suppressed address by its key; null if there is none. */
export async function readSuppressed(key: unknown, now = new Date()) {
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) return null
  const found = await database.suppression.findFirst({
    where: { keyHash: key, ...stillStands(now) },
    include: { signature: { select: { email: true } } },
  })
  return found && asSeen(found)
}

/** Key of this address, whatever its spelling; null if it is not suppressed. */
export async function findSuppressedKey(
  typed: string,
  now = new Date(),
): Promise<FindSuppressedOutcome> {
  const address = readEmailAddress(typed)
  if (!address) return { outcome: 'no-address' }
  const found = await findSuppression(database, address, now)
  return found ? { outcome: 'found', key: found.keyHash } : { outcome: 'none' }
}

/** Lifts the suppression of a bounced or paused address; unsubscriptions and complaints stay. */
export async function liftSuppression(organiser: Organiser, key: string) {
  return database.$transaction(async transaction => {
    const known = await transaction.suppression.findFirst({
      where: { keyHash: key, reason: { in: PASSING } },
    })
    const { count } = await transaction.suppression.deleteMany({
      where: { keyHash: key, reason: { in: PASSING } },
    })
    if (!known || count === 0) return { outcome: 'not-possible' as const }
    const details = { reason: known.reason }
    await recordAuditEvent(
      { by: organiser, kind: 'suppression-lifted', subject: key, rows: 1, details },
      transaction,
    )
    return { outcome: 'lifted' as const }
  })
}

type Found = Suppression & { signature: { email: string } | null }

function asSeen({
  keyHash,
  reason,
  createdAt,
  signedAgainAt,
  signature,
}: Found): SuppressedAddress {
  return {
    key: keyHash,
    reason,
    since: createdAt,
    isAskedAgain: signedAgainAt !== null,
    address: signature?.email || null,
    mayLift: PASSING.includes(reason),
  }
}
