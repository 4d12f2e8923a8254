import { organiserLabel } from '#lib/access/organiser-label.ts'
import { database } from '#lib/database/client.ts'

/** Most rules that a page shows; a list has at most as many. */
const MOST_SHOWN = 1_000

/** Rules in force, the newest first, with who made them. */
export async function listRules(now = new Date()) {
  const rules = await database.signingRule.findMany({
    where: { endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: { id: 'desc' },
    take: MOST_SHOWN,
  })
  const authors = await database.organiser.findMany({
    where: { id: { in: [...new Set(rules.map(({ organiserId }) => organiserId))] } },
    select: { id: true, name: true, email: true },
  })
  const labels = new Map(authors.map(author => [author.id, organiserLabel(author)]))
  return rules.map(rule => ({ ...rule, author: labels.get(rule.organiserId) ?? null }))
}
