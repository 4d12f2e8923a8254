import { logEvent } from '#lib/log/log.ts'

const TELL_AGAIN_AFTER_MS = 30_000

/** SQLSTATEs that an operator can act on (PostgreSQL, appendix A). */
const CAUSES: Record<string, string> = {
  '25006': 'it may only be read',
  '42501': 'its role lacks a right',
  '53100': 'its disk is full',
  '53300': 'it has too many connections',
}

let toldAt = Number.NEGATIVE_INFINITY

/**
 * Logs that signatures cannot be stored, once in half a minute: readers see nothing of it, and `GET
 * /api/health` may still be well. Resolves to null, in place of what was to be stored.
 */
export function logStorageFailure(error: unknown): null {
  if (performance.now() - toldAt < TELL_AGAIN_AFTER_MS) return null
  toldAt = performance.now()
  logEvent('signatures-not-kept', { cause: causeOf(error) })
  return null
}

/** The code of what happened, and never its message: that may quote what people typed. */
export function causeOf(error: unknown): string {
  const { name, code, meta } = error as {
    name?: string
    code?: string
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
  }
  const sqlState = meta?.driverAdapterError?.cause?.originalCode ?? ''
  return CAUSES[sqlState] ? `${CAUSES[sqlState]}, ${sqlState}` : `${sqlState || code || name}`
}
