import { processSingleton } from '#lib/process/process-singleton.ts'
import { SECOND_MS } from '#lib/time/time-spans.ts'
import type { Facts } from './events.ts'

/** Lines of one kind written within a window; the rest is one summary line at its end. */
export const FLOOD_LINES = 20
const WHILE_MS = 10 * SECOND_MS

/** Distinct kinds that are counted; facts are codes, so there are few. */
const MOST_KINDS = 500

type Counted = { lines: number; held: number }

const counted = processSingleton('log-flood', () => new Map<string, Counted>())

/** Writes an event now or, in a flood of the same, counts it and writes the total later. */
export function sayOrCount(event: string, facts: Facts, say: (facts: Facts) => void) {
  const kind = counted.size < MOST_KINDS ? JSON.stringify([event, facts]) : event
  const known = counted.get(kind) ?? begin(kind, facts, say)
  known.lines += 1
  if (known.lines <= FLOOD_LINES) say(facts)
  else known.held += 1
}

function begin(kind: string, facts: Facts, say: (facts: Facts) => void) {
  const known: Counted = { lines: 0, held: 0 }
  counted.set(kind, known)
  const end = () => {
    counted.delete(kind)
    if (known.held > 0) say({ ...facts, times: known.held })
  }
  setTimeout(end, WHILE_MS).unref()
  return known
}
