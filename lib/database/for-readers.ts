import { lookAtDatabase } from './heartbeat.ts'
import { isDatabaseSilent, outage } from './outage.ts'
import { withPatience } from './patience.ts'
import { QUERY_MS, type QueryPurpose } from './time-limits.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** A page's query takes a few milliseconds: after so many it is looked at whether there will be an answer. */
const UNUSUAL_MS = 200

/**
 * Reads for somebody who looks at a page: fails as soon as the database is known not to answer, half a
 * second after it fell silent, while one that is slow is waited for.
 * @throws DatabaseUnavailable, and what the reading throws.
 */
export async function forReaders<T>(read: () => Promise<T>): Promise<T> {
  if (isDatabaseSilent()) throw new DatabaseUnavailable()
  const silence = Promise.withResolvers<never>()
  const fail = () => silence.reject(new DatabaseUnavailable())
  outage.listeners.add(fail)
  const timer = setTimeout(lookAtDatabase, UNUSUAL_MS)
  try {
    return await Promise.race([read(), silence.promise])
  } catch (error) {
    outage.failedAt = Date.now()
    lookAtDatabase()
    throw error
  } finally {
    clearTimeout(timer)
    outage.listeners.delete(fail)
  }
}

/** Whoever looks at a page is told what was known last, rather than waiting any longer than this. */
const LONGEST_FOR_READERS_MS = 700

/** Reads for a reader; what was known last where that takes long or fails. @throws where nothing is known. */
export async function forReadersOrKnown<T>(
  read: () => Promise<T>,
  known: () => T | undefined,
): Promise<T> {
  const late = Promise.withResolvers<T>()
  const timer = setTimeout(() => {
    const value = known()
    if (value !== undefined) late.resolve(value)
  }, LONGEST_FOR_READERS_MS)
  try {
    return await Promise.race([forReaders(read), late.promise])
  } catch (error) {
    const value = known()
    if (value === undefined) throw error
    return value
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Does something that must be answered within the time of its purpose, all its queries together.
 * @throws DatabaseUnavailable after that; what it began may still come about.
 */
export async function withinTime<T>(purpose: QueryPurpose, work: () => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new DatabaseUnavailable()), QUERY_MS[purpose])
  try {
    return await Promise.race([withPatience(purpose, work), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
