'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { renewPreviewLink } from '#lib/campaign/renew-preview-link.ts'
import { scheduleCampaign } from '#lib/campaign/schedule-campaign.ts'
import { CAMPAIGN_MOVES, type CampaignMove } from '#lib/campaign/states.ts'
import { writePauseNotes } from '#lib/campaign/write-pause-notes.ts'
import { languages } from '#lib/content/languages.ts'
import { postponeErasure } from '#lib/retention/postpone-erasure.ts'
import { readMailsPerHour, saveSettings } from '#lib/settings/settings.ts'
import { consoleAction } from '../console-action.ts'
import { box, noFields, text, textOf } from '../form-values.ts'

const moves = z.enum(Object.keys(CAMPAIGN_MOVES) as [CampaignMove, ...CampaignMove[]])

/** Opens, pauses, resumes, closes, reopens or conceals the campaign. */
export const moveCampaignAction = consoleAction(
  'run-campaign',
  z.object({ move: moves }),
  async ({ move }, { organiser }) =>
    back({ notice: (await moveCampaign(organiser, move)).outcome }),
)

/** Schedules when the campaign opens and closes. */
export const scheduleCampaignAction = consoleAction(
  'run-campaign',
  z.object({ opensAt: text, closesAt: text }),
  async (typed, { organiser }) => {
    const { outcome, ...faults } = await scheduleCampaign(organiser, typed)
    if (outcome !== 'refused') return back({ notice: outcome })
    const codes = Object.entries(faults).map(([field, code]) => [`${field}Fault`, code])
    return back({ ...typed, ...Object.fromEntries(codes) })
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
    const typed = Object.fromEntries(languages().map(code => [code, textOf(form, `note-${code}`)]))
    const result = await writePauseNotes(organiser, typed)
    if (result.outcome === 'written') return back({ notice: 'written' })
    const kept = Object.entries(typed).map(([code, note]) => [`note-${code}`, note])
    const faults = Object.entries(result.faults).map(([code, fault]) => [`fault-${code}`, fault])
    return back(Object.fromEntries([...kept, ...faults]))
  },
)

/** Postpones the erasure of addresses, once. */
export const postponeErasureAction = consoleAction(
  'run-campaign',
  noFields,
  async (_, { organiser }) => back({ notice: (await postponeErasure(organiser)).outcome }),
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
