import { setTimeout as wait } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import { countFigures } from './count-figures.ts'
import { type CountedFigures, figures } from './figures.ts'

/**
 * Figures are kept this many times as long as counting them took: the database counts for a twentieth
 * of its time at most, and a small campaign is always counted anew.
 */
export const KEPT_TIMES_AS_LONG = 20

/** A page waits this long for a new count; after that it shows the last one, with its time. */
const PATIENCE_MS = 250

const KIND = 'overview'

// Next may load this module more than once: the process still counts once.
const shared = globalThis as typeof globalThis & {
  openLetterFigures?: { running?: Promise<CountedFigures> | undefined; tookMs: number }
}
shared.openLetterFigures ??= { tookMs: 0 }
const counting = shared.openLetterFigures

/**
 * The overview's figures: fresh where counting is quick, and otherwise the last ones, while they are
 * counted again in the background. Only the very first count of a large campaign is waited for, and
 * the site makes that one when it starts.
 */
export async function readFigures(now = new Date()): Promise<CountedFigures> {
  const kept = await readKept()
  const lifetimeMs = counting.tookMs * KEPT_TIMES_AS_LONG
  if (kept && now.getTime() - kept.asOf.getTime() < lifetimeMs) return kept
  const fresh = refreshFigures(now)
  if (!kept) return fresh
  return Promise.race([fresh.catch(() => kept), wait(PATIENCE_MS, kept)])
}

/** Counts anew and keeps what was counted. However many ask, one count runs in this process. */
export function refreshFigures(now = new Date()): Promise<CountedFigures> {
  counting.running ??= countAndKeep(now).finally(() => {
    counting.running = undefined
  })
  return counting.running
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
