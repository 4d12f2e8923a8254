import { lookAtDatabase } from './heartbeat.ts'
import { isDatabaseSilent, outage } from './outage.ts'
import { withPatience } from './patience.ts'
import { QUERY_MS, type QueryPurpose } from './time-limits.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** Milliseconds after which a page's query triggers a health check of the database. */
const UNUSUAL_MS = 200

/**
 * Reads for a page: fails half a second after the database stopped answering, but waits for a slow one.
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

/** Milliseconds after which a page gets the last known value. */
const LONGEST_FOR_READERS_MS = 700

/** Reads for a page, or returns the last known value if that takes long or fails. @throws if there is none. */
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
 * Runs work within the time limit of its purpose, all its queries together.
 * @throws DatabaseUnavailable after that; what it began may still be committed.
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
