'use server'

import { z } from 'zod'
import type { DraftFormState } from '#components/organisers/common/DraftForm.tsx'
import { savePart } from '#lib/editing/parts/save-part.ts'
import { acceptStep } from '#lib/overview/first-steps/accept-step.ts'
import { sendTestMail } from '#lib/overview/mail/send-test-mail.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { keptTyping } from '../edit-conflict.ts'
import { box, noFields, text, typedTexts } from '../form-values.ts'
import { mistakeWords } from './mistake-words.ts'
import { PARTS, type PartName } from './parts.ts'

const parts = z.enum(Object.keys(PARTS) as [PartName, ...PartName[]])

/** Saves a part of the settings; on an edit conflict its writer decides. */
export const savePartAction = consoleFormAction(
  'write-content',
  z.object({ id: parts, read: text }),
  async ({ id, read }, { organiser, locale, form }): Promise<DraftFormState | string> => {
    const { path, part } = PARTS[id]
    const typed = typedTexts(form)
    const result = await savePart(organiser, part(), typed, read)
    if (result.outcome === 'changed') return keptTyping(locale, form, null)
    if (result.outcome !== 'mistaken') return `settings/${path}?notice=${result.outcome}`
    return { ...(await mistakeWords(locale, result.fields, result.others)), typed }
  },
)

/** Sends a test mail to the organiser herself. */
export const sendTestMailAction = consoleAction(
  'write-content',
  noFields,
  async (_, { organiser }) => {
    await sendTestMail(organiser)
    return 'settings/mail?notice=mail-tested'
  },
)

/** Accepts what ships for a step. */
export const acceptStepAction = consoleAction(
  'write-content',
  z.object({ step: text }),
  async ({ step }, { organiser }) => {
    await acceptStep(organiser, step)
    return ''
  },
)

/** Takes the first steps off the overview, or shows them there again. */
export const putAwayFirstStepsAction = consoleAction(
  'write-content',
  z.object({ away: box }),
  async ({ away }, { organiser }) => {
    await saveSettings(organiser, { firstStepsArePutAway: away })
    return 'settings'
  },
)
