'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { ActName } from '#components/organisers/signatures/acts.ts'
import { categoryCodes } from '#lib/content/campaign.ts'
import { correctTypo } from '#lib/moderation/correct-typo.ts'
import { askToConfirmAgain, eraseSignatoryData, stopNews } from '#lib/moderation/serve-signatory.ts'
import { deleteNote, writeNote } from '#lib/moderation/write-note.ts'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { text } from '../form-values.ts'
import { ACTS, isAct, readFields } from './acts.ts'
import { pageAfter, pressedFields } from './after-deciding.ts'

/** A button that decides on one signature. */
export const actAction = consoleAction(
  'moderate',
  readFields.extend({ act: z.custom<ActName>(isAct) }),
  async ({ act, ...pressed }, { organiser, form }) => {
    const { outcome } = await ACTS[act](organiser, pressed, form)
    return showAfter(pressed, outcome)
  },
)

/** Corrects a typing mistake. */
export const correctTypoAction = consoleFormAction(
  'moderate',
  readFields,
  async (pressed, { organiser, form }): Promise<SignFormState | string> => {
    const values = readForm(form)
    const choices = { countries: COUNTRY_CODES, categories: categoryCodes() }
    const result = await correctTypo(organiser, pressed, values, choices)
    if (result.outcome === 'invalid') return { errors: result.errors, values: typedTexts(values) }
    return showAfter(pressed, result.outcome, 'typo')
  },
)

/** Mails the request to confirm once more. */
export const askAgainAction = consoleAction(
  'moderate',
  readFields,
  async (pressed, { organiser }) =>
    showAfter(pressed, (await askToConfirmAgain(organiser, pressed)).outcome, 'person'),
)

/** Unsubscribes a signatory from the news. */
export const stopNewsAction = consoleAction(
  'moderate',
  readFields,
  async (pressed, { organiser }) =>
    showAfter(pressed, (await stopNews(organiser, pressed)).outcome, 'person'),
)

/** Erases a signatory's data, once both questions were answered. */
export const eraseDataAction = consoleAction(
  'answer-requests',
  readFields.extend({ sure: z.literal('on') }),
  async ({ sure: _, ...pressed }, { organiser }) =>
    showAfter(pressed, (await eraseSignatoryData(organiser, pressed)).outcome, 'person'),
)

/** Notes something about a signature, for colleagues. */
export const writeNoteAction = consoleAction(
  'moderate',
  pressedFields.extend({ text }),
  async ({ text: typed, ...pressed }, { organiser }) =>
    showAfter(pressed, (await writeNote(organiser, pressed.id, typed)).outcome, 'notes'),
)

/** Deletes a note. */
export const deleteNoteAction = consoleAction(
  'moderate',
  pressedFields.extend({ note: text }),
  async ({ note, ...pressed }, { organiser }) =>
    showAfter(pressed, (await deleteNote(organiser, note)).outcome, 'notes'),
)

/** Every page follows at once. */
function showAfter(...decided: Parameters<typeof pageAfter>) {
  revalidatePath('/', 'layout')
  return pageAfter(...decided)
}
