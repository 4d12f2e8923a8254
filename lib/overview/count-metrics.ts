import { retention, timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { Prisma } from '#lib/database/types.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { localDay, readLocalTime } from '#lib/time/zoned-time.ts'
import {
  type CountedMetrics,
  figures,
  type Metrics,
  type Share,
  type ShareName,
} from './metrics.ts'
import { askOverview, HOURS_SHOWN, type OVERVIEW_QUERIES } from './queries.ts'

const LONGEST_COUNT_MS = 60_000

/** Counts all figures as they are at one moment. A second or two at a million signatures. */
export async function countMetrics(now = new Date()): Promise<CountedMetrics> {
  const counted = await withPatience('batch', () =>
    database.$transaction(transaction => countAll(transaction, now), {
      isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
      timeout: LONGEST_COUNT_MS,
    }),
  )
  return { ...figures.parse(counted), asOf: now }
}

/** The values of each query's places, for a moment. */
export function parametersAt(now: Date) {
  const days = retention().pendingDays
  const lastHour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  return {
    byStatus: [],
    recent: [midnightBefore(now), ago(7 * DAY_MS)],
    conversion: [ago(days * DAY_MS)],
    hours: [new Date(lastHour.getTime() - (HOURS_SHOWN - 1) * HOUR_MS), lastHour],
    days: [timeZone(), now],
    shares: [],
  } satisfies Record<keyof typeof OVERVIEW_QUERIES, unknown[]>
}

async function countAll(transaction: Prisma.TransactionClient, now: Date): Promise<Metrics> {
  const parameters = parametersAt(now)
  const ask = <Row>(name: keyof typeof OVERVIEW_QUERIES) =>
    askOverview<Row>(transaction, name, parameters[name])
  const statuses = await ask<Share>('byStatus')
  const ofStatus = (status: string) => statuses.find(({ key }) => key === status)?.signatures ?? 0
  const [recent] = await ask<{ today: number; sevenDays: number }>('recent')
  const [conversion] = await ask<{ submitted: number; confirmed: number }>('conversion')
  return {
    byStatus: {
      confirmed: ofStatus('confirmed'),
      pending: ofStatus('pending'),
      held: ofStatus('held'),
      withdrawn: ofStatus('withdrawn'),
    },
    confirmedToday: recent?.today ?? 0,
    confirmedInSevenDays: recent?.sevenDays ?? 0,
    conversion: {
      days: retention().pendingDays,
      submitted: conversion?.submitted ?? 0,
      confirmed: conversion?.confirmed ?? 0,
    },
    hours: await ask('hours'),
    days: await ask('days'),
    shares: sharesOf(await ask<Share & { name: ShareName }>('shares')),
  }
}

function sharesOf(rows: (Share & { name: ShareName })[]): Metrics['shares'] {
  const of = (wanted: ShareName) =>
    rows.filter(({ name }) => name === wanted).map(({ key, signatures }) => ({ key, signatures }))
  return {
    country: of('country'),
    category: of('category'),
    kind: of('kind'),
    locale: of('locale'),
    referrerHost: of('referrerHost'),
    cameFrom: of('cameFrom'),
  }
}

function midnightBefore(now: Date) {
  const zone = timeZone()
  const day = localDay(now, zone)
  return readLocalTime(`${day}T00:00`, zone) ?? now
}
