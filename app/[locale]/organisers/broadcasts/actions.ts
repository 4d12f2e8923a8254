'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { DraftFormState } from '#components/organisers/common/DraftForm.tsx'
import { duplicateBroadcast } from '#lib/broadcasts/duplicate-broadcast.ts'
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
} from '#lib/broadcasts/pause-broadcast.ts'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { scheduleBroadcast, unscheduleBroadcast } from '#lib/broadcasts/schedule-broadcast.ts'
import { sendTestBroadcast } from '#lib/broadcasts/send-test-broadcast.ts'
import { askToStartBroadcast, startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { recordPrivacyNotice, tellOfPrivacyNotice } from '#lib/broadcasts/tell-of-privacy-notice.ts'
import {
  beginBroadcast,
  discardBroadcast,
  writeBroadcast,
} from '#lib/broadcasts/write-broadcast.ts'
import { languages } from '#lib/content/languages.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { keptTyping } from '../edit-conflict.ts'
import { idField, noFields, text, textOf, typedTexts } from '../form-values.ts'

/** Revision of the page: another organiser may have saved since. */
const revision = idField.extend({ subject: text })

/** Creates a draft. */
export const beginBroadcastAction = consoleAction(
  'write-to-signatories',
  noFields,
  async (_, { organiser }) => `broadcasts/${await beginBroadcast(organiser)}`,
)

/** Begins a draft with the texts and recipients of another. */
export const duplicateBroadcastAction = consoleAction(
  'write-to-signatories',
  idField,
  async ({ id }, { organiser }) => {
    const copied = await duplicateBroadcast(organiser, id)
    return copied.outcome === 'begun' ? notice(copied.id, 'duplicated') : `broadcasts/${id}`
  },
)

/** Begins the message about a changed privacy notice, or goes on with it. */
export const tellOfPrivacyNoticeAction = consoleAction(
  'run-campaign',
  noFields,
  async (_, { organiser }) => {
    const told = await tellOfPrivacyNotice(organiser)
    return told.outcome === 'begun' ? `broadcasts/${told.id}` : `broadcasts?notice=${told.outcome}`
  },
)

/** Records a changed privacy notice that needs no message. */
export const recordPrivacyNoticeAction = consoleAction(
  'run-campaign',
  noFields,
  async (_, { organiser }) => `broadcasts?notice=${(await recordPrivacyNotice(organiser)).outcome}`,
)

/** Saves a draft; on an edit conflict its writer decides. */
export const writeBroadcastAction = consoleFormAction(
  'write-to-signatories',
  idField.extend({ read: text }),
  async ({ id, read }, { organiser, locale, form }): Promise<DraftFormState | string> => {
    const onlyUnwritten = textOf(form, 'onlyUnwritten') === 'on'
    const typed = { ...typedTexts(form), onlyUnwritten, texts: textsIn(form) }
    const result = await writeBroadcast(organiser, { id, subject: read }, typed)
    if (result.outcome === 'changed') return keptTyping(locale, form, result.by)
    return notice(id, result.outcome)
  },
)

/** Deletes a draft. */
export const discardBroadcastAction = consoleAction(
  'write-to-signatories',
  idField,
  async ({ id }, { organiser }) => {
    const isGone = await discardBroadcast(organiser, id)
    return `broadcasts?notice=${isGone ? 'discarded' : 'no-draft'}`
  },
)

/** Sends a test to who asks for it. */
export const testBroadcastAction = consoleAction(
  'write-to-signatories',
  idField,
  async ({ id }, { organiser }) => {
    const { outcome } = await sendTestBroadcast(organiser, id)
    return notice(id, outcome === 'sent' ? 'tested' : outcome)
  },
)

/** Requests a second organiser's approval. */
export const askToStartAction = consoleAction(
  { capability: 'write-to-signatories', fresh: true },
  revision,
  async (read, { organiser, locale }) => {
    const subject = (await readBroadcast(read.id))?.texts[locale]?.subject ?? ''
    const t = await getTranslations({ locale, namespace: 'organisers.broadcasts' })
    const { outcome } = await askToStartBroadcast(organiser, read, t('reason', { subject }))
    return notice(read.id, outcome)
  },
)

/** Starts a broadcast to everyone who agreed to broadcasts. */
export const startBroadcastAction = consoleAction(
  { capability: 'write-to-signatories', fresh: true },
  revision,
  async (read, { organiser }) => notice(read.id, (await startBroadcast(organiser, read)).outcome),
)

/** Schedules a broadcast for a day and hour of the campaign's time zone. */
export const scheduleBroadcastAction = consoleAction(
  { capability: 'write-to-signatories', fresh: true },
  revision.extend({ scheduledFor: text }),
  async ({ scheduledFor, ...read }, { organiser }) =>
    notice(read.id, (await scheduleBroadcast(organiser, read, scheduledFor)).outcome),
)

/** Makes a draft again of what was scheduled. */
export const unscheduleBroadcastAction = consoleAction(
  'write-to-signatories',
  idField,
  async ({ id }, { organiser }) => notice(id, (await unscheduleBroadcast(organiser, id)).outcome),
)

const MOVES = { pause: pauseBroadcast, resume: resumeBroadcast, cancel: cancelBroadcast }

/** Pauses, resumes or cancels an active broadcast. */
export const moveBroadcastAction = consoleAction(
  'write-to-signatories',
  idField.extend({ move: z.enum(['pause', 'resume', 'cancel']) }),
  async ({ id, move }, { organiser }) => {
    await MOVES[move](organiser, id)
    return `broadcasts/${id}`
  },
)

function textsIn(form: FormData) {
  const inLanguage = (language: string) => ({
    subject: textOf(form, `subject-${language}`),
    body: textOf(form, `body-${language}`),
  })
  return Object.fromEntries(languages().map(language => [language, inLanguage(language)]))
}

function notice(id: string, outcome: string) {
  return `broadcasts/${id}?notice=${outcome}`
}
