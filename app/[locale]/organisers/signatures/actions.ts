'use server'

import { revalidatePath } from 'next/cache'
import { categoryCodes } from '#lib/content/campaign.ts'
import { correctTypo } from '#lib/moderation/correct-typo.ts'
import { queryOf, readTableAddress } from '#lib/signatures/filters/filters.ts'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { organiserWhoMay } from '../access.ts'
import { showPage } from '../show-page.ts'
import { ACTS, isAct, readSent } from './acts.ts'

/** A button that decides on one signature. */
export async function actAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale)
  const sent = readSent(form)
  const act = form.get('act')
  if (!sent || !isAct(act)) showPage(`/${locale}/organisers/signatures`)
  const { outcome } = await ACTS[act](organiser, sent, form)
  showWhatChanged(locale, form, outcome)
}

/** Corrects a typing mistake. */
export async function correctTypoAction(
  locale: string,
  _previous: SignFormState,
  form: FormData,
): Promise<SignFormState> {
  const organiser = await organiserWhoMay('moderate', locale)
  const sent = readSent(form)
  if (!sent) showPage(`/${locale}/organisers/signatures`)
  const values = readForm(form)
  const choices = { countries: COUNTRY_CODES, categories: categoryCodes() }
  const result = await correctTypo(organiser, sent, values, choices)
  if (result.outcome === 'invalid') return { errors: result.errors, values: typedTexts(values) }
  showWhatChanged(locale, form, result.outcome)
}

/** Back to where the button stands: a page of the table, or the page of the signature. */
function showWhatChanged(locale: string, form: FormData, outcome: string): never {
  revalidatePath('/', 'layout')
  const room = `/${locale}/organisers/signatures`
  const back = form.get('back')
  if (typeof back !== 'string') showPage(`${room}/${String(form.get('id'))}?outcome=${outcome}`)
  const query = queryOf(readTableAddress(back))
  showPage(`${room}${query}${query ? '&' : '?'}outcome=${outcome}`)
}
