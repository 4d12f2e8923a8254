import { setTimeout as wait } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import { countFigures } from './count-figures.ts'
import { type CountedFigures, figures } from './figures.ts'

/** A campaign of fewer signatures is counted for each look: that takes a tenth of a second. */
export const COUNTED_AT_EACH_LOOK = 50_000

/**
 * Figures of a larger one are kept this many times as long as counting them took: the database counts
 * for a twentieth of its time at most.
 */
const KEPT_TIMES_AS_LONG = 20

/** A page of a larger one waits this long for a new count; then it shows the last one, with its time. */
const PATIENCE_MS = 250

const KIND = 'overview'

// Next may load this module more than once: the process still counts once.
const shared = globalThis as typeof globalThis & {
  openLetterFigures?: { running?: Promise<CountedFigures> | undefined; tookMs: number }
}
shared.openLetterFigures ??= { tookMs: 0 }
const counting = shared.openLetterFigures

/**
 * The overview's figures: of a small campaign as they are now, of a large one the last ones, while
 * they are counted again in the background. Only the very first count of a large campaign is waited for, and
 * the site makes that one when it starts.
 */
export async function readFigures(now = new Date()): Promise<CountedFigures> {
  const kept = await readKept()
  if (!kept || kept.byStatus.confirmed < COUNTED_AT_EACH_LOOK) return countFromNow(now)
  const lifetimeMs = counting.tookMs * KEPT_TIMES_AS_LONG
  if (now.getTime() - kept.asOf.getTime() < lifetimeMs) return kept
  const fresh = refreshFigures(now)
  return Promise.race([fresh.catch(() => kept), wait(PATIENCE_MS, kept)])
}

/** Counts anew and keeps what was counted. However many ask, one count runs in this process. */
export function refreshFigures(now = new Date()): Promise<CountedFigures> {
  counting.running ??= countAndKeep(now).finally(() => {
    counting.running = undefined
  })
  return counting.running
}

/** A count that is under way may have begun before what must be seen. */
async function countFromNow(now: Date) {
  await counting.running?.catch(() => undefined)
  return refreshFigures(now)
}

async function readKept(): Promise<CountedFigures | null> {
  const row = await database.campaignFigures.findUnique({ where: { kind: KIND } })
  // Figures of another version of the site may lack what this one shows.
  const read = figures.safeParse(row?.figures)
  return row && read.success ? { ...read.data, asOf: row.asOf } : null
}

async function countAndKeep(now: Date) {
  const startedAt = performance.now()
  const counted = await countFigures(now)
  counting.tookMs = performance.now() - startedAt
  const { asOf, ...kept } = counted
  await database.campaignFigures.upsert({
    where: { kind: KIND },
    create: { kind: KIND, figures: kept, asOf },
    update: { figures: kept, asOf },
  })
  return counted
}
