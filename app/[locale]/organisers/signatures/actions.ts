'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { ActName } from '#components/organisers/signatures/acts.ts'
import { categoryCodes } from '#lib/content/campaign.ts'
import { correctTypo } from '#lib/moderation/correct-typo.ts'
import { askToConfirmAgain, eraseSignatoryData, stopNews } from '#lib/moderation/serve-signatory.ts'
import { deleteNote, writeNote } from '#lib/moderation/write-note.ts'
import { queryOf, readTableAddress } from '#lib/signatures/filters/filters.ts'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { text } from '../form-values.ts'
import { ACTS, isAct, readFields } from './acts.ts'

/** A button that decides on one signature. */
export const actAction = consoleAction(
  'moderate',
  readFields.extend({ act: z.custom<ActName>(isAct), back: z.string().optional() }),
  async ({ act, back, ...read }, { organiser, form }) => {
    const { outcome } = await ACTS[act](organiser, read, form)
    return whatChanged(read.id, back, outcome)
  },
)

/** Corrects a typing mistake. */
export const correctTypoAction = consoleFormAction(
  'moderate',
  readFields.extend({ back: z.string().optional() }),
  async ({ back, ...read }, { organiser, form }): Promise<SignFormState | string> => {
    const values = readForm(form)
    const choices = { countries: COUNTRY_CODES, categories: categoryCodes() }
    const result = await correctTypo(organiser, read, values, choices)
    if (result.outcome === 'invalid') return { errors: result.errors, values: typedTexts(values) }
    return whatChanged(read.id, back, result.outcome)
  },
)

/** Mails the request to confirm once more. */
export const askAgainAction = consoleAction('moderate', readFields, async (read, { organiser }) =>
  whatChanged(read.id, undefined, (await askToConfirmAgain(organiser, read)).outcome),
)

/** Unsubscribes a signatory from the news. */
export const stopNewsAction = consoleAction('moderate', readFields, async (read, { organiser }) =>
  whatChanged(read.id, undefined, (await stopNews(organiser, read)).outcome),
)

/** Erases a signatory's data, once both questions were answered. */
export const eraseDataAction = consoleAction(
  'answer-requests',
  readFields.extend({ sure: z.literal('on') }),
  async (read, { organiser }) =>
    whatChanged(read.id, undefined, (await eraseSignatoryData(organiser, read)).outcome),
)

/** Notes something about a signature, for colleagues. */
export const writeNoteAction = consoleAction(
  'moderate',
  z.object({ id: text, text }),
  async ({ id, text: typed }, { organiser }) =>
    whatChanged(id, undefined, (await writeNote(organiser, id, typed)).outcome),
)

/** Deletes a note. */
export const deleteNoteAction = consoleAction(
  'moderate',
  z.object({ id: text, note: text }),
  async ({ id, note }, { organiser }) =>
    whatChanged(id, undefined, (await deleteNote(organiser, note)).outcome),
)

/** Page of the pressed button: a page of the table, or the page of the signature. */
function whatChanged(id: string, back: string | undefined, outcome: string) {
  revalidatePath('/', 'layout')
  if (back === undefined) return `signatures/${id}?notice=${outcome}`
  const query = queryOf(readTableAddress(back))
  return `signatures${query}${query ? '&' : '?'}notice=${outcome}`
}
