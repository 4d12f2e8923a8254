'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { renewPreviewLink } from '#lib/campaign/renew-preview-link.ts'
import { scheduleCampaign } from '#lib/campaign/schedule-campaign.ts'
import { CAMPAIGN_MOVES, type CampaignMove } from '#lib/campaign/states.ts'
import { writePauseNotes } from '#lib/campaign/write-pause-notes.ts'
import { writeSiteNotice } from '#lib/campaign/write-site-notice.ts'
import { postponeErasure } from '#lib/retention/postpone-erasure.ts'
import { readMailsPerHour, saveSettings } from '#lib/settings/settings.ts'
import { setGoal } from '#lib/signatures/set-goal.ts'
import { consoleAction } from '../console-action.ts'
import { box, noFields, text } from '../form-values.ts'
import { type NoteKind, refusedNotes, typedNotes } from './note-fields.ts'

const moves = z.enum(Object.keys(CAMPAIGN_MOVES) as [CampaignMove, ...CampaignMove[]])

const fate = z.enum(['keep', 'remove']).optional().catch(undefined)

/** The sentence that a transition asks for. */
const NOTES_OF: Partial<Record<CampaignMove, NoteKind>> = { pause: 'pause', close: 'closing' }

/** Opens, pauses, resumes, closes, reopens or conceals the campaign. */
export const moveCampaignAction = consoleAction(
  'run-campaign',
  z.object({ move: moves, extend: box, trials: fate, sure: box }),
  async ({ move, extend, trials, sure }, { organiser, form }) => {
    const kind = NOTES_OF[move]
    const notes = kind && typedNotes(form, kind)
    const options = { notes, extendsClosing: extend, trials, isSure: sure }
    const result = await moveCampaign(organiser, move, undefined, options)
    if (result.outcome !== 'refused' || !kind) return back({ notice: result.outcome })
    return back({ notice: 'refused', ...refusedNotes(kind, notes ?? {}, result.faults) })
  },
)

/** Schedules when the campaign opens and closes, and what it says then. */
export const scheduleCampaignAction = consoleAction(
  'run-campaign',
  z.object({ opensAt: text, closesAt: text }),
  async (typed, { organiser, form }) => {
    const closingNotes = typedNotes(form, 'scheduled')
    const result = await scheduleCampaign(organiser, { ...typed, closingNotes })
    if (result.outcome !== 'refused') return back({ notice: result.outcome })
    const { opensAt, closesAt, closingNotes: faults = {} } = result
    return back({
      ...typed,
      ...refusedNotes('scheduled', closingNotes, faults),
      ...(opensAt && { opensAtFault: opensAt }),
      ...(closesAt && { closesAtFault: closesAt }),
    })
  },
)

/** Renews the preview link. */
export const renewPreviewLinkAction = consoleAction(
  'run-campaign',
  noFields,
  async (_, { organiser }) => {
    await renewPreviewLink(organiser)
    return back({ notice: 'renewed' })
  },
)

/** Saves the pause notes. */
export const writePauseNotesAction = consoleAction(
  'run-campaign',
  noFields,
  async (_, { organiser, form }) => {
    const typed = typedNotes(form, 'pause')
    const result = await writePauseNotes(organiser, typed)
    if (result.outcome === 'written') return back({ notice: 'written' })
    return back(refusedNotes('pause', typed, result.faults))
  },
)

/** Saves the notice of all pages. */
export const writeSiteNoticeAction = consoleAction(
  'run-campaign',
  z.object({ shows: box }),
  async ({ shows }, { organiser, form }) => {
    const typed = typedNotes(form, 'site')
    const result = await writeSiteNotice(organiser, typed, shows)
    if (result.outcome === 'written') return back({ notice: shows ? 'noticed' : 'unnoticed' })
    const again = { shows: shows ? 'on' : 'off', ...refusedNotes('site', typed, result.faults) }
    return back({ notice: 'refused', ...again })
  },
)

/** Postpones the erasure of addresses, once. */
export const postponeErasureAction = consoleAction(
  'run-campaign',
  noFields,
  async (_, { organiser }) => back({ notice: (await postponeErasure(organiser)).outcome }),
)

/** Sets the next goal of the tally. */
export const setGoalAction = consoleAction(
  'run-campaign',
  z.object({ goal: text }),
  async ({ goal }, { organiser }) => {
    const { outcome } = await setGoal(organiser, goal)
    return back(outcome === 'set' ? { notice: 'goal-set' } : { goal })
  },
)

/** Saves what needs a second organiser's approval, and the sending rate of broadcasts. */
export const saveRulesAction = consoleAction(
  'run-campaign',
  z.object({ exportNeedsApproval: box, broadcastsNeedApproval: box, broadcastMailsPerHour: text }),
  async ({ broadcastMailsPerHour: typed, ...rules }, { organiser }) => {
    const mailsPerHour = readMailsPerHour(typed)
    await saveSettings(organiser, {
      ...rules,
      ...(mailsPerHour !== null && { broadcastMailsPerHour: mailsPerHour }),
    })
    return back(mailsPerHour === null ? { mailsPerHour: typed } : { notice: 'saved' })
  },
)

/** Every page follows at once. */
function back(query: Record<string, string>) {
  revalidatePath('/', 'layout')
  return `campaign?${new URLSearchParams(query)}`
}
