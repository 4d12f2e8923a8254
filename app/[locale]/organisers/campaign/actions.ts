'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { renewPreviewLink } from '#lib/campaign/renew-preview-link.ts'
import { scheduleCampaign } from '#lib/campaign/schedule-campaign.ts'
import { CAMPAIGN_MOVES, type CampaignMove } from '#lib/campaign/states.ts'
import { writePauseNotes } from '#lib/campaign/write-pause-notes.ts'
import { languages } from '#lib/content/languages.ts'
import { readMailsPerHour, saveSettings } from '#lib/settings/settings.ts'
import { organiserWhoMay } from '../access.ts'
import { textOf } from '../form-values.ts'
import { showPage } from '../show-page.ts'

const FRESH = { fresh: true }

const moves = z.enum(Object.keys(CAMPAIGN_MOVES) as [CampaignMove, ...CampaignMove[]])

/** Opens, pauses, resumes, closes, reopens or conceals the campaign. */
export async function moveCampaignAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('run-campaign', locale, FRESH)
  const move = moves.safeParse(form.get('move'))
  if (!move.success) back(locale, { said: 'not-possible' })
  const { outcome } = await moveCampaign(organiser, move.data)
  back(locale, { said: outcome })
}

/** Says when the campaign opens and closes by itself. */
export async function scheduleCampaignAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('run-campaign', locale, FRESH)
  const typed = { opensAt: textOf(form, 'opensAt'), closesAt: textOf(form, 'closesAt') }
  const { outcome, ...faults } = await scheduleCampaign(organiser, typed)
  if (outcome !== 'refused') back(locale, { said: outcome })
  back(locale, {
    ...typed,
    ...Object.fromEntries(Object.entries(faults).map(([field, code]) => [`${field}Fault`, code])),
  })
}

/** Makes a new preview link. */
export async function renewPreviewLinkAction(locale: string) {
  await renewPreviewLink(await organiserWhoMay('run-campaign', locale, FRESH))
  back(locale, { said: 'renewed' })
}

/** Writes the sentence that stands in the place of the form during a pause. */
export async function writePauseNotesAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('run-campaign', locale, FRESH)
  const typed = Object.fromEntries(languages().map(code => [code, textOf(form, `note-${code}`)]))
  const result = await writePauseNotes(organiser, typed)
  if (result.outcome === 'written') back(locale, { said: 'written' })
  const kept = Object.entries(typed).map(([code, note]) => [`note-${code}`, note])
  const faults = Object.entries(result.faults).map(([code, fault]) => [`fault-${code}`, fault])
  back(locale, Object.fromEntries([...kept, ...faults]))
}

/** Says what takes a second organiser, and how fast updates go out. */
export async function saveRulesAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('run-campaign', locale, FRESH)
  const typed = textOf(form, 'updateMailsPerHour')
  const mailsPerHour = readMailsPerHour(typed)
  await saveSettings(organiser, {
    exportNeedsApproval: form.get('exportNeedsApproval') === 'on',
    updatesNeedApproval: form.get('updatesNeedApproval') === 'on',
    ...(mailsPerHour !== null && { updateMailsPerHour: mailsPerHour }),
  })
  back(locale, mailsPerHour === null ? { mailsPerHour: typed } : { said: 'saved' })
}

function back(locale: string, query: Record<string, string>): never {
  revalidatePath('/', 'layout')
  showPage(`/${locale}/organisers/campaign?${new URLSearchParams(query)}`)
}
