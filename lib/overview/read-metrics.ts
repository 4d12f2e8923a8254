import { setTimeout as wait } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { countMetrics } from './count-metrics.ts'
import { type CountedMetrics, figures } from './metrics.ts'

/** A campaign of fewer signatures is counted for each look: that takes a tenth of a second. */
export const COUNTED_AT_EACH_LOOK = 50_000

/**
 * Metrics of a larger one are kept this many times as long as counting them took: the database counts
 * for a twentieth of its time at most.
 */
const KEPT_TIMES_AS_LONG = 20

/** A page of a larger one waits this long for a new count; then it shows the last one, with its time. */
const PATIENCE_MS = 250

const KIND = 'overview'

type Counting = { running?: Promise<CountedMetrics> | undefined; tookMs: number }

const counting = processSingleton('metrics', (): Counting => ({ tookMs: 0 }))

/**
 * The overview's figures: of a small campaign as they are now, of a large one the last ones, while
 * they are counted again in the background. Only the very first count of a large campaign is waited for, and
 * the site makes that one when it starts.
 */
export async function readMetrics(now = new Date()): Promise<CountedMetrics> {
  const kept = await readKept()
  if (!kept || kept.byStatus.confirmed < COUNTED_AT_EACH_LOOK) return countFromNow(now)
  const lifetimeMs = counting.tookMs * KEPT_TIMES_AS_LONG
  if (now.getTime() - kept.asOf.getTime() < lifetimeMs) return kept
  const fresh = refreshMetrics(now)
  return Promise.race([fresh.catch(() => kept), wait(PATIENCE_MS, kept)])
}

/** Counts anew and keeps what was counted. However many ask, one count runs in this process. */
export function refreshMetrics(now = new Date()): Promise<CountedMetrics> {
  counting.running ??= countAndKeep(now).finally(() => {
    counting.running = undefined
  })
  return counting.running
}

/** A count that is under way may have begun before what must be seen. */
async function countFromNow(now: Date) {
  await counting.running?.catch(() => undefined)
  return refreshMetrics(now)
}

async function readKept(): Promise<CountedMetrics | null> {
  const row = await database.campaignMetrics.findUnique({ where: { kind: KIND } })
  // Metrics of another version of the site may lack what this one shows.
  const read = figures.safeParse(row?.metrics)
  return row && read.success ? { ...read.data, asOf: row.asOf } : null
}

async function countAndKeep(now: Date) {
  const startedAt = performance.now()
  const counted = await countMetrics(now)
  counting.tookMs = performance.now() - startedAt
  const { asOf, ...kept } = counted
  await database.campaignMetrics.upsert({
    where: { kind: KIND },
    create: { kind: KIND, metrics: kept, asOf },
    update: { metrics: kept, asOf },
  })
  return counted
}
