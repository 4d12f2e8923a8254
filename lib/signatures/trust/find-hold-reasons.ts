import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages } from '#lib/content/languages.ts'
import { readWatchList, type Watched } from '#lib/content/watch-list.ts'
import type { HoldReason, Prisma } from '#lib/database/types.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { hasLikelyDouble } from '../organisations/likely-doubles.ts'
import { type ActiveRule, EXEMPTED, type RuleVerdict, verdictOf } from '../rules/signing-rules.ts'
import type { SignatureDetails } from '../signature-details.ts'
import { mayAct } from './brakes.ts'
import { readCrowds } from './crowds.ts'
import { hasMixedWord, mixesScripts } from './imitation.ts'
import { holdsKnownName, readAloud } from './known-names.ts'
import { isAddressOfDomain, isAddressOfWebsite, isDisposable, mailDomain } from './mail-domains.ts'
import { organisationKey } from './organisation-key.ts'

/** What is looked at of a signature that its owner confirms or corrects. */
export type Claim = Pick<
  SignatureDetails,
  | 'email'
  | 'name'
  | 'kind'
  | 'organisation'
  | 'capacity'
  | 'website'
  | 'networkHash'
  | 'networkRules'
> & {
  signatureId: string
  /** Keyed hash of the network that it is confirmed from; null where nobody confirms it now. */
  pressNetworkHash: string | null
}

/** The reasons, if any, for an organiser to look at a signature before it counts. */
export async function findHoldReasons(
  transaction: Prisma.TransactionClient,
  claim: Claim,
  now: Date,
  rules: ActiveRule[] = [],
): Promise<HoldReason[]> {
  const [found = []] = await findHoldReasonsOfEach(transaction, [claim], now, rules)
  return found
}

/** The same for signatures that are confirmed together, each as if those before it had been confirmed already. */
export async function findHoldReasonsOfEach(
  transaction: Prisma.TransactionClient,
  claims: Claim[],
  now: Date,
  rules: ActiveRule[] = [],
): Promise<HoldReason[][]> {
  const found = await findReasonsOfEach(transaction, claims, now, rules)
  const reasons: HoldReason[][] = []
  for (const [place, claim] of claims.entries()) {
    const { ownReasons = [], ruled = [] } = found[place] ?? {}
    const kept = await withoutBraked(transaction, ownReasons, claim, now)
    reasons.push([...kept, ...ruled])
  }
  return reasons
}

/** Whether a reason holds a crowd, which a brake may let go: that is counted in the transaction that holds it. */
export function mayBeBraked({ ownReasons }: FoundReasons) {
  return ownReasons.some(reason => OF_CROWDS.includes(reason))
}

const OF_CROWDS: HoldReason[] = ['network_burst', 'domain_burst', 'press_burst']

/** Why a signature is to be held. */
export type FoundReasons = {
  /** What was seen of it, before any brake. */
  ownReasons: HoldReason[]
  /** What organisers have ruled: that has no brake. */
  ruled: HoldReason[]
}

/** The reasons before any brake: nothing is written. */
export async function findReasonsOfEach(
  transaction: Prisma.TransactionClient,
  claims: Claim[],
  now: Date,
  rules: ActiveRule[],
): Promise<FoundReasons[]> {
  const crowds = await readCrowds(transaction, claims, now)
  const reasons: FoundReasons[] = []
  for (const claim of claims) {
    const checks: [HoldReason, boolean | Promise<boolean>][] = [
      ['imitation', isForgery(claim)],
      ['disposable_address', isDisposable(claim.email)],
      ['organisation_unverified', isUnverified(claim)],
      ['organisation_double', isDouble(transaction, claim)],
      ['network_burst', crowds.isNetworkBurst(claim)],
      ['domain_burst', crowds.isDomainBurst(claim)],
      ['press_burst', crowds.isPressBurst(claim) && !isPressExempt(rules, claim, now)],
      ['same_person', crowds.isSamePerson(claim)],
      ['removed_before', crowds.wasRemoved(claim)],
    ]
    const found: HoldReason[] = []
    for (const [reason, check] of checks) if (await check) found.push(reason)
    reasons.push(ruledOn(found, verdictOf(rules, claim, now)))
    crowds.join(claim)
  }
  return reasons
}

/** Who is exempted is not held for being one of many; what a sweep holds for is no longer her own reason. */
function ruledOn(found: HoldReason[], { isBlocked, isExempt, heldFor }: RuleVerdict): FoundReasons {
  const ruled: HoldReason[] = [...heldFor, ...(isBlocked ? (['blocked'] as const) : [])]
  const left = isExempt ? found.filter(reason => !EXEMPTED.includes(reason)) : found
  return { ownReasons: left.filter(reason => !ruled.includes(reason)), ruled }
}

/** Who is exempted as a network may press there, too, for forms from everywhere. */
function isPressExempt(rules: ActiveRule[], { email, pressNetworkHash }: Claim, now: Date) {
  return verdictOf(rules, { email, networkHash: pressNetworkHash }, now).isExempt
}

/** What is held for being one of many may be a crowd that is right: beyond so many crowds it is not held. */
async function withoutBraked(
  transaction: Prisma.TransactionClient,
  found: HoldReason[],
  { networkHash, pressNetworkHash, email }: Claim,
  now: Date,
) {
  const crowds: Partial<Record<HoldReason, string>> = {
    network_burst: keyedHash('burst', `network:${networkHash}`),
    domain_burst: keyedHash('burst', `domain:${mailDomain(email)}`),
    press_burst: keyedHash('burst', `press:${pressNetworkHash}`),
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
