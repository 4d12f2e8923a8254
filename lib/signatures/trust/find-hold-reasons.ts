import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages } from '#lib/content/languages.ts'
import { readWatchList, type Watched } from '#lib/content/watch-list.ts'
import type { HoldReason, Prisma } from '#lib/database/types.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { hasLikelyDouble } from '../organisations/likely-doubles.ts'
import { countByMailDomain, countByNetwork, personKey } from '../queries/crowds.ts'
import { removedAmong } from '../removed-addresses.ts'
import { type ActiveRule, EXEMPTED, type RuleVerdict, verdictOf } from '../rules/signing-rules.ts'
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
  | 'email'
  | 'name'
  | 'kind'
  | 'organisation'
  | 'capacity'
  | 'website'
  | 'networkHash'
  | 'networkRules'
> & { signatureId: string }

/** The reasons, if any, for an organiser to look at a signature before it counts. */
export async function findHoldReasons(
  transaction: Prisma.TransactionClient,
  claim: Claim,
  now: Date,
): Promise<HoldReason[]> {
  const [found = []] = await findHoldReasonsOfEach(transaction, [claim], now)
  return found
}

/** The same for signatures that are confirmed together, each as if those before it had been confirmed already. */
export async function findHoldReasonsOfEach(
  transaction: Prisma.TransactionClient,
  claims: Claim[],
  now: Date,
  rules: ActiveRule[] = [],
): Promise<HoldReason[][]> {
  const crowds = await readCrowds(transaction, claims, now)
  const removed = await removedAmong(
    transaction,
    claims.map(({ email }) => emailKey(email)),
  )
  const reasons: HoldReason[][] = []
  for (const claim of claims) {
    const checks: [HoldReason, boolean | Promise<boolean>][] = [
      ['imitation', isForgery(claim)],
      ['disposable_address', isDisposable(claim.email)],
      ['organisation_unverified', isUnverified(claim)],
      ['organisation_double', isDouble(transaction, claim)],
      ['network_burst', crowds.isNetworkBurst(claim)],
      ['domain_burst', crowds.isDomainBurst(claim)],
      ['same_person', crowds.isSamePerson(claim)],
      ['removed_before', removed.has(emailKey(claim.email))],
    ]
    const found: HoldReason[] = []
    for (const [reason, check] of checks) if (await check) found.push(reason)
    const verdict = verdictOf(rules, claim, now)
    const left = await withoutBraked(transaction, withoutExempted(found, verdict), claim, now)
    reasons.push(withRules(left, verdict))
    crowds.join(claim)
  }
  return reasons
}

/** Who is exempted is not held for being one of many. */
function withoutExempted(found: HoldReason[], { isExempt }: RuleVerdict) {
  return isExempt ? found.filter(reason => !EXEMPTED.includes(reason)) : found
}

/** What organisers have ruled has no brake. */
function withRules(found: HoldReason[], { isBlocked, heldFor }: RuleVerdict): HoldReason[] {
  return [...new Set([...found, ...heldFor, ...(isBlocked ? (['blocked'] as const) : [])])]
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

/** The crowds that these claims are part of: how many were confirmed lately, and joined since. */
async function readCrowds(transaction: Prisma.TransactionClient, claims: Claim[], now: Date) {
  const since = new Date(now.getTime() - BURST_WINDOW_MINUTES * MINUTE_MS)
  const networks = claims.flatMap(({ networkHash }) => networkHash ?? [])
  const domains = claims.flatMap(({ email }) => (isFreeProvider(email) ? [] : mailDomain(email)))
  const { recent: byNetwork, alike } = await countByNetwork(
    transaction,
    [...new Set(networks)],
    [...new Set(claims.map(searchKey))],
    since,
  )
  const personOf = (claim: Claim) => personKey(claim.networkHash ?? '', searchKey(claim))
  const byDomain = await countByMailDomain(transaction, [...new Set(domains)], since)
  const of = (counts: Map<string, number>, key: string) => counts.get(key) ?? 0
  return {
    isNetworkBurst: ({ networkHash }: Claim) =>
      networkHash !== null && of(byNetwork, networkHash) >= HOLD_REASONS.network_burst.threshold,
    isDomainBurst: ({ email }: Claim) =>
      !isFreeProvider(email) &&
      of(byDomain, mailDomain(email)) >= HOLD_REASONS.domain_burst.threshold,
    // With herself she is one of so many.
    isSamePerson: (claim: Claim) =>
      claim.networkHash !== null &&
      of(alike, personOf(claim)) + 1 >= HOLD_REASONS.same_person.threshold,
    join: (claim: Claim) => {
      const { networkHash, email } = claim
      if (networkHash !== null) byNetwork.set(networkHash, of(byNetwork, networkHash) + 1)
      if (networkHash !== null) alike.set(personOf(claim), of(alike, personOf(claim)) + 1)
      byDomain.set(mailDomain(email), of(byDomain, mailDomain(email)) + 1)
    },
  }
}
