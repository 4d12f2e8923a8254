'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { categoryCodes } from '#lib/letter/campaign.ts'
import { correctTypo } from '#lib/organisers/signatures/correct-typo.ts'
import { queryOf, readTableAddress } from '#lib/organisers/signatures/filters.ts'
import { COUNTRY_CODES } from '#lib/signatures/countries.ts'
import { organiserWhoMay } from '../access.ts'
import { ACTS, isAct, readSent } from './acts.ts'

/** A button that decides on one signature. */
export async function actAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale)
  const sent = readSent(form)
  const act = form.get('act')
  if (!sent || !isAct(act)) redirect(`/${locale}/organisers/signatures`)
  const { outcome } = await ACTS[act](organiser, sent, form)
  showWhatChanged(locale, form, outcome)
}

/** Corrects a typing mistake. */
export async function correctTypoAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale)
  const sent = readSent(form)
  if (!sent) redirect(`/${locale}/organisers/signatures`)
  const values = Object.fromEntries(form)
  const choices = { countries: COUNTRY_CODES, categories: categoryCodes() }
  const { outcome } = await correctTypo(organiser, sent, values, choices)
  showWhatChanged(locale, form, outcome)
}

/** Back to where the button stands: a page of the table, or the page of the signature. */
function showWhatChanged(locale: string, form: FormData, outcome: string): never {
  revalidatePath('/', 'layout')
  const room = `/${locale}/organisers/signatures`
  const back = form.get('back')
  if (typeof back !== 'string') redirect(`${room}/${String(form.get('id'))}?outcome=${outcome}`)
  const query = queryOf(readTableAddress(back))
  redirect(`${room}${query}${query ? '&' : '?'}outcome=${outcome}`)
}
