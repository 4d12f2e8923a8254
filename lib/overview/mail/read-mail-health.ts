import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { database } from '#lib/database/client.ts'
import type { MailDailyStats } from '#lib/database/types.ts'
import { countFailed } from '#lib/mail/outbox/failed-mails.ts'
import { kindsByImportance } from '#lib/mail/outbox/importance.ts'
import { readQuotaUse, WARN_FROM_SHARE } from '#lib/mail/outbox/quotas.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { oldestDue } from '../queries.ts'
import { findSilentDomains } from './silent-domains.ts'

const DAYS_SHOWN = 14
const DOMAINS_SHOWN = 25

/** Recent days: today and yesterday. */
const RECENT_DAYS = 2

/** A viewer sees no domain that could be one person's. */
const LEAST_SHOWN_TO_VIEWERS = 5

type Counts = Pick<
  MailDailyStats,
  'written' | 'sent' | 'delivered' | 'bounced' | 'complained' | 'asked' | 'confirmed'
>

/** A row of the table of domains; `domain` is null for those that are shown together. */
export type DomainRow = Counts & { domain: string | null }

/** The days, newest first, with their medians. */
export function readDailyMailStats(now = new Date()) {
  return database.mailDailyStats.findMany({
    where: { domain: '', day: { gte: daysBefore(now, DAYS_SHOWN) } },
    orderBy: { day: 'desc' },
  })
}

/** The domains that most mails went to within two weeks; small ones, and the rest, together. */
export async function readMailDomains(
  organiser: Organiser,
  now = new Date(),
): Promise<DomainRow[]> {
  const rows = await sumByDomain(daysBefore(now, DAYS_SHOWN))
  const least = may(organiser.role, 'see-signatures') ? 1 : LEAST_SHOWN_TO_VIEWERS
  const isShown = (row: Counts, place: number) => place < DOMAINS_SHOWN && row.written >= least
  const together = rows.filter((row, place) => !isShown(row, place))
  const shown = rows.filter(isShown)
  return together.length > 0 ? [...shown, { ...sumOf(together), domain: null }] : shown
}

/** Domains that suddenly stopped confirming (silent-domains.ts). */
export async function readSilentDomains(now = new Date()) {
  const since = daysBefore(now, RECENT_DAYS - 1)
  const [recent, usual] = await Promise.all([
    sumByDomain(since),
    sumByDomain(daysBefore(now, DAYS_SHOWN), since),
  ])
  const before = new Map(usual.map(row => [row.domain, row]))
  const nothing = { asked: 0, confirmed: 0 }
  const histories = recent.map(row => ({
    domain: row.domain,
    recent: row,
    usual: before.get(row.domain) ?? nothing,
  }))
  return findSilentDomains(histories, usual.length > 0 ? sumOf(usual) : nothing)
}

/** Current state of the outbox and its transport. */
export async function readOutbox(now = new Date()) {
  const [waiting, ended, oldest, throttle, quotas] = await Promise.all([
    database.mail.count({ where: { status: { in: ['waiting', 'sending'] } } }),
    countFailed(),
    oldestDue(kindsByImportance()),
    database.mailThrottle.findFirst(),
    readQuotaUse(),
  ])
  return {
    waiting,
    ...ended,
    oldest,
    circuitOpenUntil:
      throttle && throttle.circuitOpenUntil > now ? throttle.circuitOpenUntil : null,
    closedBy: throttle?.lastError ?? null,
    quotas: quotas.map(use => ({ ...use, isWarned: use.used >= use.limit * WARN_FROM_SHARE })),
  }
}

async function sumByDomain(from: Date, before?: Date) {
  const rows = await database.mailDailyStats.groupBy({
    by: ['domain'],
    where: { domain: { not: '' }, day: { gte: from, ...(before && { lt: before }) } },
    _sum: {
      written: true,
      sent: true,
      delivered: true,
      bounced: true,
      complained: true,
      asked: true,
      confirmed: true,
    },
    orderBy: [{ _sum: { written: 'desc' } }, { domain: 'asc' }],
  })
  return rows.map(({ domain, _sum }) => ({ domain, ...whole(_sum) }))
}

const NOTHING: Counts = {
  written: 0,
  sent: 0,
  delivered: 0,
  bounced: 0,
  complained: 0,
  asked: 0,
  confirmed: 0,
}

function whole(sums: { [count in keyof Counts]: number | null }): Counts {
  const entries = Object.keys(NOTHING).map(name => [name, sums[name as keyof Counts] ?? 0])
  return Object.fromEntries(entries)
}

function sumOf(rows: Counts[]): Counts {
  const sum = { ...NOTHING }
  for (const row of rows) {
    for (const name of Object.keys(NOTHING) as (keyof Counts)[]) sum[name] += row[name]
  }
  return sum
}

function daysBefore(now: Date, days: number) {
  return new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - days * DAY_MS)
}
