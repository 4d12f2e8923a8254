import { database } from '#lib/database/client.ts'
import { isWithin } from '#lib/env/ip-networks.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { type ActiveRule, activeRule, isInForce } from './signing-rules.ts'

/** Lifetime of the rules in memory, in milliseconds: as long a rule of another process may be new here. */
const BELIEVED_MS = 1_000

type Known = { rules: Promise<ActiveRule[]>; until: number }

const known = processSingleton('signing-rules', (): { last?: Known | undefined } => ({}))

/**
 * The rules in force, read once a second at most, however many sign and confirm.
 * @throws when the database does not answer: no rule is then taken for ended
 */
export function readActiveRules(): Promise<ActiveRule[]> {
  if (!known.last || Date.now() >= known.last.until) {
    const rules = readRules()
    known.last = { rules, until: Date.now() + BELIEVED_MS }
    rules.catch(forgetRules)
  }
  return known.last.rules
}

/** Forgets the rules in memory, after a change in this process. */
export function forgetRules() {
  known.last = undefined
}

/** Ids of the rules whose network a client is within; its address is kept nowhere. */
export async function networkRulesOf(clientAddress: string, now: Date): Promise<string[]> {
  const rules = await readActiveRules()
  return rules
    .filter(rule => rule.target === 'network' && isInForce(rule, now))
    .filter(({ pattern }) => isWithin(clientAddress, [pattern]))
    .map(({ id }) => id)
}

async function readRules() {
  const rows = await database.signingRule.findMany({
    where: { endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
    orderBy: { id: 'asc' },
  })
  return rows.map(activeRule)
}
