import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages } from '#lib/content/languages.ts'
import { readWatchList, type Watched } from '#lib/content/watch-list.ts'
import type { HoldReason, Prisma } from '#lib/database/types.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { hasLikelyDouble } from '../organisations/likely-doubles.ts'
import { countConfirmedOfDomain } from '../queries/signatures.ts'
import { isRemovedAddress } from '../removed-addresses.ts'
import type { SignatureDetails } from '../signature-details.ts'
import { mayAct } from './brakes.ts'
import { BURST_WINDOW_MINUTES, HOLD_REASONS } from './hold-reasons.ts'
import { hasMixedWord, mixesScripts } from './imitation.ts'
import { holdsKnownName, readAloud } from './known-names.ts'
import {
  isAddressOfDomain,
  isAddressOfWebsite,
  isDisposable,
  isFreeProvider,
  mailDomain,
} from './mail-domains.ts'
import { organisationKey } from './organisation-key.ts'

/** What is looked at of a signature that its owner confirms or corrects. */
export type Claim = Pick<
  SignatureDetails,
  'email' | 'name' | 'kind' | 'organisation' | 'capacity' | 'website' | 'networkHash'
> & { signatureId: string }

/** The reasons, if any, for an organiser to look at a signature before it counts. */
export async function findHoldReasons(
  transaction: Prisma.TransactionClient,
  claim: Claim,
  now: Date,
): Promise<HoldReason[]> {
  const checks: [HoldReason, boolean | Promise<boolean>][] = [
    ['imitation', isForgery(claim)],
    ['disposable_address', isDisposable(claim.email)],
    ['organisation_unverified', isUnverified(claim)],
    ['organisation_double', isDouble(transaction, claim)],
    ['network_burst', isNetworkBurst(transaction, claim, now)],
    ['domain_burst', isDomainBurst(transaction, claim, now)],
    ['removed_before', isRemovedAddress(transaction, emailKey(claim.email))],
  ]
  const found: HoldReason[] = []
  for (const [reason, check] of checks) if (await check) found.push(reason)
  return withoutBraked(transaction, found, claim, now)
}

/** What is held for being one of many may be a crowd that is right: beyond so many crowds it is not held. */
async function withoutBraked(
  transaction: Prisma.TransactionClient,
  found: HoldReason[],
  { networkHash, email }: Claim,
  now: Date,
) {
  const crowds: Partial<Record<HoldReason, string>> = {
    network_burst: keyedHash('burst', `network:${networkHash}`),
    domain_burst: keyedHash('burst', `domain:${mailDomain(email)}`),
  }
  const kept: HoldReason[] = []
  for (const reason of found) {
    const subject = crowds[reason]
    const isHeld = !subject || (await mayAct(transaction, { name: 'hold-bursts', subject, now }))
    if (isHeld) kept.push(reason)
  }
  return kept
}

type Names = Pick<Claim, 'name' | 'organisation' | 'kind' | 'email'> &
  Partial<Pick<Claim, 'capacity'>>

/**
 * Whether a name is made to be taken for another, or a watched organisation is spoken for from
 * elsewhere. Who signs for herself may say where she works.
 */
export function isForgery({ name, organisation, kind, capacity, email }: Names) {
  if (mixesScripts(name) || hasMixedWord(organisation ?? '')) return true
  const speaksForIt = kind === 'organisation' || capacity === 'official'
  const claimed = (organisation && speaksForIt ? [name, organisation] : [name]).map(readAloud)
  return readWatched().some(
    ({ name, also, domains }) =>
      claimed.some(seen => [name, ...also].some(known => holdsKnownName(seen, known))) &&
      !domains.some(domain => isAddressOfDomain(email, domain)),
  )
}

function readWatched(): Watched[] {
  const [language = 'fr'] = languages()
  const first = readFirstSignatories(language).map(({ name }) => ({ name, also: [], domains: [] }))
  return [...first, ...readWatchList()]
}

function isUnverified({ kind, email, website }: Claim) {
  return kind === 'organisation' && !isAddressOfWebsite(email, website)
}

function isDouble(transaction: Prisma.TransactionClient, claim: Claim) {
  const { signatureId: id, kind, organisation, website } = claim
  if (kind !== 'organisation' || !organisation) return false
  const key = organisationKey(organisation)
  return hasLikelyDouble(transaction, { id, organisationKey: key, website })
}

async function isNetworkBurst(
  transaction: Prisma.TransactionClient,
  { networkHash }: Claim,
  now: Date,
) {
  if (!networkHash) return false
  const recent = await transaction.signature.count({
    where: { networkHash, confirmedAt: { gt: windowStart(now) } },
  })
  return recent >= HOLD_REASONS.network_burst.threshold
}

async function isDomainBurst(transaction: Prisma.TransactionClient, { email }: Claim, now: Date) {
  if (isFreeProvider(email)) return false
  const recent = await countConfirmedOfDomain(transaction, mailDomain(email), windowStart(now))
  return recent >= HOLD_REASONS.domain_burst.threshold
}

function windowStart(now: Date) {
  return new Date(now.getTime() - BURST_WINDOW_MINUTES * MINUTE_MS)
}
