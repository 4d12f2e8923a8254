import type { Prisma } from '#lib/database/types.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { personKey, readCrowdFacts } from '../queries/crowds.ts'
import { addressHashOf } from '../removed-addresses.ts'
import type { SignatureDetails } from '../signature-details.ts'
import { BURST_WINDOW_MINUTES, HOLD_REASONS, PRESS_BURST } from './hold-reasons.ts'
import { isFreeProvider, mailDomain } from './mail-domains.ts'

/** What of a signature makes it one of many. */
type OfCrowds = Pick<SignatureDetails, 'email' | 'name' | 'organisation' | 'networkHash'> & {
  /** Keyed hash of the network that it is confirmed from. */
  pressNetworkHash: string | null
}

/** The crowds that these claims are part of: how many were confirmed lately, and joined since; who was removed before. */
export async function readCrowds(
  transaction: Prisma.TransactionClient,
  claims: OfCrowds[],
  now: Date,
) {
  const since = new Date(now.getTime() - BURST_WINDOW_MINUTES * MINUTE_MS)
  const networks = claims.flatMap(({ networkHash }) => networkHash ?? [])
  const presses = claims.flatMap(({ pressNetworkHash }) => pressNetworkHash ?? [])
  const domains = claims.flatMap(({ email }) => (isFreeProvider(email) ? [] : mailDomain(email)))
  const { byNetwork, byDomain, byPress, alike, removed } = await readCrowdFacts(transaction, {
    networkHashes: [...new Set(networks)],
    pressNetworkHashes: [...new Set(presses)],
    searchKeys: [...new Set(claims.map(searchKey))],
    domains: [...new Set(domains)],
    addressHashes: claims.map(({ email }) => addressHashOf(emailKey(email))),
    since,
  })
  const personOf = (claim: OfCrowds) => personKey(claim.networkHash ?? '', searchKey(claim))
  const of = (counts: Map<string, number>, key: string) => counts.get(key) ?? 0
  return {
    isNetworkBurst: ({ networkHash }: OfCrowds) =>
      networkHash !== null && of(byNetwork, networkHash) >= HOLD_REASONS.network_burst.threshold,
    isDomainBurst: ({ email }: OfCrowds) =>
      !isFreeProvider(email) &&
      of(byDomain, mailDomain(email)) >= HOLD_REASONS.domain_burst.threshold,
    isPressBurst: (claim: OfCrowds) => isPressedElsewhere(claim) && isPressCrowd(claim),
    // With herself she is one of so many.
    isSamePerson: (claim: OfCrowds) =>
      claim.networkHash !== null &&
      of(alike, personOf(claim)) + 1 >= HOLD_REASONS.same_person.threshold,
    wasRemoved: ({ email }: OfCrowds) => removed.has(addressHashOf(emailKey(email))),
    join: (claim: OfCrowds) => {
      const { networkHash, pressNetworkHash, email } = claim
      if (networkHash !== null) byNetwork.set(networkHash, of(byNetwork, networkHash) + 1)
      if (networkHash !== null) alike.set(personOf(claim), of(alike, personOf(claim)) + 1)
      byDomain.set(mailDomain(email), of(byDomain, mailDomain(email)) + 1)
      const press = byPress.get(pressNetworkHash ?? '')
      if (press && isPressedElsewhere(claim)) press.found += 1
    },
  }

  function isPressCrowd({ pressNetworkHash }: OfCrowds) {
    const { found = 0, networks = 0 } = byPress.get(pressNetworkHash ?? '') ?? {}
    const own = of(byNetwork, pressNetworkHash ?? '')
    const { threshold } = HOLD_REASONS.press_burst
    return (
      found >= threshold && networks >= PRESS_BURST.networks && found >= own * PRESS_BURST.timesOwn
    )
  }
}

function isPressedElsewhere({ networkHash, pressNetworkHash }: OfCrowds) {
  return networkHash !== null && pressNetworkHash !== null && networkHash !== pressNetworkHash
}
