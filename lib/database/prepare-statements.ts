import type { ClientBase, QueryConfig } from 'pg'
import { processSingleton } from '#lib/process/process-singleton.ts'

/** A statement that is asked so often is worth a plan that stays. */
const OFTEN = 6

/** How many statements each connection keeps at most; PostgreSQL keeps the plan of each. */
const MOST_NAMES = 100

/** How many texts are counted at most: filters make any number of them. */
const MOST_COUNTED = 1_000

const known = processSingleton('prepared-statements', () => ({
  asked: new Map<string, number>(),
  names: new Map<string, string>(),
}))

/**
 * Lets PostgreSQL keep the plans of what is asked again and again: to parse and plan a statement anew took a quarter of
 * its time of a signature. Only for a connection whose process is its own: a pooler may lend another one, which knows
 * no statement of this one.
 */
export function prepareStatements(client: ClientBase) {
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown
  const prepared = (asked: unknown, ...rest: unknown[]) => query(withName(asked), ...rest)
  client.query = prepared as typeof client.query
}

/** Only statements with parameters: whatever else there is opens and ends transactions, or sets something. */
function withName(asked: unknown) {
  const { text, values, name } = (asked ?? {}) as Partial<QueryConfig>
  const isKept = typeof asked === 'object' && text !== undefined && values?.length && !name
  const given = isKept ? nameOf(text) : undefined
  return given ? { ...(asked as QueryConfig), name: given } : asked
}

/** The name of a statement, the same on every connection of this process; none as long as it is seldom asked. */
function nameOf(text: string) {
  const { asked, names } = known
  const name = names.get(text)
  if (name || names.size >= MOST_NAMES) return name
  const times = (asked.get(text) ?? 0) + 1
  if (times < OFTEN) {
    if (asked.size >= MOST_COUNTED) asked.clear()
    asked.set(text, times)
    return undefined
  }
  asked.delete(text)
  names.set(text, `often_${names.size}`)
  return names.get(text)
}
