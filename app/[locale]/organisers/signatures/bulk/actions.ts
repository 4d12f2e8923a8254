'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { beginBulkAction, undoBulkAction } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { continueBulkAction, runBulkAction } from '#lib/moderation/bulk/continue-bulk-action.ts'
import { freezeSignatures } from '#lib/moderation/bulk/freeze-signatures.ts'
import { holdTrend } from '#lib/moderation/hold-trend.ts'
import { queryOf, readTableAddress } from '#lib/signatures/filters/filters.ts'
import { organiserWhoMay } from '../../access.ts'
import { idIn } from '../../form-values.ts'
import { showPage } from '../../show-page.ts'
import { readTrend, readWish } from './wish.ts'

/** Freezes what was ticked or searched for, and shows it: nothing is done yet. */
export async function previewBulkAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale)
  const frozen = await freezeSignatures(organiser, readWish(form))
  const room = `/${locale}/organisers/signatures`
  if (frozen.outcome === 'frozen') showPage(`${room}/bulk/${frozen.id}`)
  const query = queryOf(readTableAddress(form.get('rule')))
  showPage(`${room}${query}${query ? '&' : '?'}outcome=${frozen.outcome}`)
}

/** Says yes to a preview. */
export async function beginBulkActionAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale, { fresh: true })
  const id = idIn(form)
  if (!id) showPage(`/${locale}/organisers/signatures/bulk`)
  const { outcome } = await beginBulkAction(organiser, id)
  await goOn(locale, id, outcome)
}

/** Undoes what was done. */
export async function undoBulkActionAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale, { fresh: true })
  const id = idIn(form)
  if (!id) showPage(`/${locale}/organisers/signatures/bulk`)
  const { outcome } = await undoBulkAction(organiser, id)
  await goOn(locale, id, outcome)
}

/** Holds all that an unusual number of signatures is about. */
export async function holdTrendAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale, { fresh: true })
  const source = readTrend(form)
  const trending = `/${locale}/organisers/signatures/trending`
  if (!source) showPage(trending)
  const frozen = await holdTrend(organiser, source)
  if (frozen.outcome !== 'frozen') showPage(`${trending}?outcome=${frozen.outcome}`)
  await goOn(locale, frozen.id, 'begun')
}

/** The first signatures are done before the page is shown, so that few are done at once. */
async function goOn(locale: string, id: string, outcome: string): Promise<never> {
  const page = `/${locale}/organisers/signatures/bulk/${id}`
  if (outcome !== 'begun') showPage(`${page}?outcome=${outcome}`)
  const hasMore = await continueBulkAction(id)
  if (hasMore) after(() => runBulkAction(id))
  revalidatePath('/', 'layout')
  showPage(page)
}
