import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { readLocalTime } from '#lib/time/zoned-time.ts'
import { changeCampaign } from './change-campaign.ts'
import { stateAt } from './states.ts'

/** Why a date was refused. */
export type DateFault = 'invalid' | 'past' | 'before-opening'

/** What came of dates. */
export type ScheduleCampaignOutcome =
  | { outcome: 'scheduled' | 'not-possible' }
  | { outcome: 'refused'; opensAt?: DateFault; closesAt?: DateFault }

/** Dates as they were typed, in the campaign's time zone; empty for none. */
export type TypedDates = { opensAt: string; closesAt: string }

/**
 * Says when the campaign opens by itself, which a preview alone can, and when signing closes. A
 * campaign that is closed has no date to come.
 */
export async function scheduleCampaign(
  organiser: Organiser,
  typed: TypedDates,
  now = new Date(),
): Promise<ScheduleCampaignOutcome> {
  const opensAt = readDate(typed.opensAt, now)
  const closesAt = readDate(typed.closesAt, now)
  if (isFault(opensAt) || isFault(closesAt)) {
    return {
      outcome: 'refused',
      ...(isFault(opensAt) && { opensAt }),
      ...(isFault(closesAt) && { closesAt }),
    }
  }
  if (opensAt && closesAt && closesAt <= opensAt) {
    return { outcome: 'refused', closesAt: 'before-opening' }
  }
  const hasChanged = await changeCampaign(organiser, now, run => {
    const state = stateAt(run, now)
    if (state === 'closed' || (opensAt && state !== 'preview')) return null
    return {
      run: { ...run, state, opensAt, closesAt },
      kind: 'campaign-scheduled',
      details: { opensAt: inAuditLog(opensAt), closesAt: inAuditLog(closesAt) },
    }
  })
  return { outcome: hasChanged ? 'scheduled' : 'not-possible' }
}

function readDate(typed: string, now: Date) {
  if (typed === '') return null
  const date = readLocalTime(typed, timeZone())
  if (!date) return 'invalid'
  return date <= now ? 'past' : date
}

function isFault(read: Date | DateFault | null): read is DateFault {
  return typeof read === 'string'
}

function inAuditLog(date: Date | null) {
  return date?.toISOString() ?? null
}
