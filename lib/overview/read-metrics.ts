import { retention, timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/types.ts'
import {
  type FacetCount,
  readConfirmedByDay,
  readFacetCounts,
} from '#lib/signatures/queries/counts.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { boundsOfDay, localDay } from '#lib/time/zoned-time.ts'
import type { Metrics, Share } from './metrics.ts'
import { countConfirmedBetween, countSubmittedBetween } from './queries.ts'

/** Hours that the chart by hour shows. */
const HOURS_SHOWN = 48

/**
 * The overview's metrics, as they are at one moment. They are read from the counts that grow with each
 * signature (docs/decisions/0039-counts-that-grow.md): the same time whatever their number.
 */
export async function readMetrics(now = new Date()): Promise<Metrics> {
  return database.$transaction(transaction => readAll(transaction, now), {
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
  })
}

async function readAll(transaction: Prisma.TransactionClient, now: Date): Promise<Metrics> {
  const counts = await readFacetCounts(EVERY_FACET, transaction)
  const of = (facet: FacetCount['facet']) => counts.filter(count => count.facet === facet)
  const hours = of('confirmed-hour').map(({ key, signatures }) => ({
    hour: key[0] ?? '',
    signatures,
  }))
  const days = retention().pendingDays
  return {
    asOf: now,
    byStatus: byStatus(of('tally')),
    confirmedToday: await confirmedSince(transaction, hours, midnightBefore(now)),
    confirmedInSevenDays: await confirmedSince(transaction, hours, ago(now, 7)),
    conversion: {
      days,
      ...(await conversionSince(transaction, of('submitted-hour'), ago(now, days))),
    },
    hours: lastHours(hours, now),
    days: await readConfirmedByDay(timeZone(), now, transaction),
    shares: {
      country: share(confirmed(of('tally')), 2),
      kind: share(confirmed(of('tally')), 1),
      category: share(of('category')),
      locale: share(of('locale')),
      referrerHost: share(of('referrer-host')),
      cameFrom: share(of('came-from')),
    },
  }
}

const EVERY_FACET = [
  'tally',
  'submitted-hour',
  'confirmed-hour',
  'category',
  'locale',
  'referrer-host',
  'came-from',
] as const

function confirmed(tally: FacetCount[]) {
  return tally.filter(({ key }) => key[0] === 'confirmed')
}

function byStatus(tally: FacetCount[]): Metrics['byStatus'] {
  const of = (status: string) => total(tally.filter(({ key }) => key[0] === status))
  return {
    confirmed: of('confirmed'),
    pending: of('pending'),
    held: of('held'),
    withdrawn: of('withdrawn'),
  }
}

type HourCount = { hour: string; signatures: number }

/** Whole hours are counted already; the rest of the first one is asked for. */
async function confirmedSince(
  transaction: Prisma.TransactionClient,
  hours: HourCount[],
  since: Date,
) {
  const wholeFrom = nextHour(since)
  const whole = hours.filter(({ hour }) => hour >= hourKey(wholeFrom))
  return total(whole) + (await countConfirmedBetween(transaction, since, wholeFrom))
}

async function conversionSince(
  transaction: Prisma.TransactionClient,
  submittedHours: FacetCount[],
  since: Date,
) {
  const wholeFrom = nextHour(since)
  const whole = submittedHours.filter(({ key }) => (key[0] ?? '') >= hourKey(wholeFrom))
  const part = await countSubmittedBetween(transaction, since, wholeFrom)
  return {
    submitted: total(whole) + part.submitted,
    confirmed: total(whole.filter(({ key }) => key[1] === 'true')) + part.confirmed,
  }
}

function lastHours(hours: HourCount[], now: Date) {
  const counted = new Map(hours.map(({ hour, signatures }) => [hour, signatures]))
  return Array.from({ length: HOURS_SHOWN }, (_, index) => {
    const hour = hourKey(new Date(now.getTime() - (HOURS_SHOWN - 1 - index) * HOUR_MS))
    return { start: `${hour}:00:00Z`, signatures: counted.get(hour) ?? 0 }
  })
}

/** Groups by one place of the key, the largest first. */
function share(counts: FacetCount[], place = 0): Share[] {
  const grouped = new Map<string | null, number>()
  for (const { key, signatures } of counts) {
    const value = key[place] ?? null
    grouped.set(value, (grouped.get(value) ?? 0) + signatures)
  }
  return [...grouped]
    .map(([key, signatures]) => ({ key, signatures }))
    .sort((one, other) => other.signatures - one.signatures || byKey(one, other))
}

function byKey(one: Share, other: Share) {
  return (one.key ?? '\uffff') < (other.key ?? '\uffff') ? -1 : 1
}

function total(counts: { signatures: number }[]) {
  return counts.reduce((sum, { signatures }) => sum + signatures, 0)
}

function midnightBefore(now: Date) {
  return boundsOfDay(localDay(now, timeZone()), timeZone()).start
}

function ago(now: Date, days: number) {
  return new Date(now.getTime() - days * DAY_MS)
}

/** The hour of a moment as the counts name it, in UTC: 2026-05-26T08. */
function hourKey(moment: Date) {
  return moment.toISOString().slice(0, 13)
}

function nextHour(moment: Date) {
  return new Date(Math.ceil(moment.getTime() / HOUR_MS) * HOUR_MS)
}
