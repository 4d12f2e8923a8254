import type { BrakeName } from '#lib/signatures/trust/brakes.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'

/** Kinds of what owners are told by mail, and for how many hours the same is not told again. */
export const QUIET_HOURS = {
  /** Many signatures from one network or mail domain. */
  surge: 24,
  /** The site stopped something that it does by itself. */
  brake: 24,
  /** Held signatures that wait longer than OVERDUE_AFTER_HOURS. */
  overdue: 24,
  /** A share of the mails that cannot be sent, or come back. */
  mails: 6,
  /** A goal was reached. */
  milestone: Number.POSITIVE_INFINITY,
} as const

export type AlertKind = keyof typeof QUIET_HOURS

/** One thing to tell, without a name or an address. */
export type Alert = {
  kind: AlertKind
  /** What it happened to: a keyed hash, a name of ours or a number. */
  key: string
  figure: number
}

/** What alerts are found in. */
export type Situation = {
  /** Trends of networks and mail domains, by keyed hashes. */
  trends: { key: string; day: number }[]
  brakes: { name: BrakeName; heldBack: number }[]
  /** Held signatures that are overdue. */
  overdue: number
  /** Mails of today and yesterday. */
  mails: { sent: number; failed: number; bounced: number }
  milestones: { signatures: number; reachedAt: Date }[]
}

/** Share of mails that fail or come back which owners are told of, and how many that are at least. */
export const FAILING_SHARE = 0.1
export const LEAST_FAILING = 5

/** A milestone that is found later is no news: a site that is updated has passed many. */
const MILESTONE_NEWS_HOURS = 24

/** What there is to tell, whether it was told or not. */
export function findAlerts({ trends, brakes, overdue, mails, milestones }: Situation, now: Date) {
  const passed = milestones.filter(
    ({ reachedAt }) => now.getTime() - reachedAt.getTime() < MILESTONE_NEWS_HOURS * HOUR_MS,
  )
  const alerts: Alert[] = [
    ...trends.map(({ key, day }) => ({ kind: 'surge' as const, key, figure: day })),
    ...brakes.map(({ name, heldBack }) => ({
      kind: 'brake' as const,
      key: name,
      figure: heldBack,
    })),
    ...(overdue > 0 ? [{ kind: 'overdue' as const, key: 'held', figure: overdue }] : []),
    ...failingMails(mails),
    ...passed.map(({ signatures }) => ({
      kind: 'milestone' as const,
      key: String(signatures),
      figure: signatures,
    })),
  ]
  return alerts
}

function failingMails({ sent, failed, bounced }: Situation['mails']): Alert[] {
  const failing = failed + bounced
  const share = failing / Math.max(sent + failed, 1)
  if (failing < LEAST_FAILING || share < FAILING_SHARE) return []
  return [{ kind: 'mails', key: 'mails', figure: Math.min(Math.round(share * 100), 100) }]
}

/** An alert as it is kept: `toldAt` is null while it waits for the hour's mail. */
export type KeptAlert = Alert & { toldAt: Date | null }

/** Those that are new, wait already, or were told so long ago that they are news again. */
export function worthTelling(alerts: Alert[], kept: KeptAlert[], now: Date) {
  const known = new Map(kept.map(alert => [idOf(alert), alert]))
  return alerts.filter(alert => {
    const toldAt = known.get(idOf(alert))?.toldAt
    return !toldAt || now.getTime() - toldAt.getTime() >= QUIET_HOURS[alert.kind] * HOUR_MS
  })
}

/** Least hours between two mails to owners. */
export const HOURS_BETWEEN_ALERTS = 1

/** Whether the next mail may go. */
export function mayTellNow(lastToldAt: Date | null, now: Date) {
  return !lastToldAt || now.getTime() - lastToldAt.getTime() >= HOURS_BETWEEN_ALERTS * HOUR_MS
}

/** Days after which what was told is forgotten. */
export const TOLD_FOR_DAYS = 30

/** From when on a told alert is forgotten. */
export function forgottenBefore(now: Date) {
  return new Date(now.getTime() - TOLD_FOR_DAYS * DAY_MS)
}

function idOf({ kind, key }: Alert) {
  return `${kind} ${key}`
}
