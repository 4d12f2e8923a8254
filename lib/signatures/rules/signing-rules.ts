import type { HoldReason, SigningRule } from '#lib/database/types.ts'
import { keyedHashOfNetwork, networksWithin } from '#lib/security/client-network.ts'
import { addressHashes } from '#lib/suppression/suppression.ts'
import { mailDomain } from '../trust/mail-domains.ts'

/** What of a stored rule decides. */
export type RuleTerms = Pick<
  SigningRule,
  'id' | 'effect' | 'target' | 'pattern' | 'holdReason' | 'endsAt'
>

/** A rule that is in force, with the hashes of the networks that lie within it. */
export type ActiveRule = RuleTerms & { networkHashes: Set<string> }

/** A signature as rules see it. */
export type RuleSubject = {
  email: string
  networkHash: string | null
  /** Rules of networks that the form's client was within: its address is not kept. */
  networkRules?: string[] | undefined
}

/** What rules say of a signature that its owner confirms. */
export type RuleVerdict = {
  /** Held without a mail that would teach. */
  isBlocked: boolean
  /** Not held for being one of many. */
  isExempt: boolean
  /** What the sweeps that it falls under hold for. */
  heldFor: HoldReason[]
}

/** Reasons that an exemption takes away: those of being one of many. */
export const EXEMPTED: HoldReason[] = [
  'network_burst',
  'domain_burst',
  'press_burst',
  'same_person',
]

/** A rule as it is matched; of what is no network it has no hashes. */
export function activeRule(rule: RuleTerms): ActiveRule {
  const networks = rule.target === 'network' ? networksWithin(rule.pattern) : []
  return { ...rule, networkHashes: new Set(networks.map(keyedHashOfNetwork)) }
}

/** What the rules say: a block outweighs all, a sweep outweighs an exemption. */
export function verdictOf(rules: ActiveRule[], subject: RuleSubject, now: Date): RuleVerdict {
  const matching = rules.filter(rule => isInForce(rule, now) && isMatch(rule, subject))
  const isBlocked = matching.some(({ effect }) => effect === 'block')
  const sweeps = matching.filter(({ effect }) => effect === 'hold')
  return {
    isBlocked,
    isExempt: !isBlocked && matching.some(({ effect }) => effect === 'exempt'),
    heldFor: [...new Set(sweeps.map(({ holdReason }) => holdReason ?? 'by_hand'))],
  }
}

/** Whether a rule has not ended by its date. */
export function isInForce({ endsAt }: Pick<RuleTerms, 'endsAt'>, now: Date) {
  return endsAt === null || endsAt > now
}

/** Whether a domain is one that a pattern means: `*` stands for one sign or more, whichever. */
export function isDomainMatch(pattern: string, domain: string) {
  const [first = '', ...others] = pattern.split('*')
  const last = others.pop()
  if (last === undefined) return pattern === domain
  if (!domain.startsWith(first) || !domain.endsWith(last)) return false
  let from = first.length + 1
  for (const part of others) {
    const at = domain.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length + 1
  }
  return from + last.length <= domain.length
}

function isMatch({ id, target, pattern, networkHashes }: ActiveRule, subject: RuleSubject) {
  const { email, networkHash, networkRules = [] } = subject
  switch (target) {
    case 'domain':
      return isDomainMatch(pattern, mailDomain(email))
    case 'address':
      return addressHashes(email).includes(pattern)
    case 'network_hash':
      return networkHash === pattern
    case 'network':
      return networkRules.includes(id) || (networkHash !== null && networkHashes.has(networkHash))
  }
}
