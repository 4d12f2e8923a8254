import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { TextFault } from '#lib/text/text-rules.ts'
import { readLocalTime } from '#lib/time/zoned-time.ts'
import { changeCampaign } from './change-campaign.ts'
import { readNotes } from './notes.ts'
import { mayOpenByDate, stateAt } from './states.ts'

/** Fault of a date. */
export type DateFault = 'invalid' | 'past' | 'before-opening'

/** Outcome of scheduling. */
export type ScheduleCampaignOutcome =
  | { outcome: 'scheduled' | 'not-possible' }
  | {
      outcome: 'refused'
      opensAt?: DateFault
      closesAt?: DateFault
      /** What is wrong with the sentences of the closing, by language. */
      closingNotes?: Record<string, TextFault>
    }

/** Dates as typed, in the campaign's time zone; empty for none. */
export type TypedDates = {
  opensAt: string
  closesAt: string
  /** Sentence for readers once signing has closed, by language; each is optional. Left out: what is kept stays. */
  closingNotes?: Record<string, string>
}

/**
 * Schedules the opening of a preview, the end of a pause and the closing of signing, with what readers are told from
 * then on. A closed campaign has no future date.
 */
export async function scheduleCampaign(
  organiser: Organiser,
  typed: TypedDates,
  now = sharedNow(),
): Promise<ScheduleCampaignOutcome> {
  const opensAt = readDate(typed.opensAt, now)
  const closesAt = readDate(typed.closesAt, now)
  const { notes, faults } = readNotes(typed.closingNotes ?? {})
  if (isFault(opensAt) || isFault(closesAt) || faults) {
    return {
      outcome: 'refused',
      ...(faults && { closingNotes: faults }),
      ...(isFault(opensAt) && { opensAt }),
      ...(isFault(closesAt) && { closesAt }),
    }
  }
  if (opensAt && closesAt && closesAt <= opensAt) {
    return { outcome: 'refused', closesAt: 'before-opening' }
  }
  const hasChanged = await changeCampaign(organiser, now, run => {
    const state = stateAt(run, now)
    if (state === 'closed' || (opensAt && !mayOpenByDate(state))) return null
    return {
      run: { ...run, state, opensAt, closesAt, ...(typed.closingNotes && { closingNotes: notes }) },
      kind: 'campaign-scheduled',
      details: {
        opensAt: inAuditLog(opensAt),
        closesAt: inAuditLog(closesAt),
        ...(typed.closingNotes && { languages: Object.keys(notes) }),
      },
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
