'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { CLIENT_ADDRESS_HEADER } from '#lib/defence/client-address.ts'
import { spend } from '#lib/defence/rate-limits.ts'
import { categoryCodes } from '#lib/letter/campaign.ts'
import { COUNTRY_CODES } from '#lib/signatures/countries.ts'
import { correctSignature } from '#lib/signatures/own/correct-signature.ts'
import { endOwnSession, openOwnSession } from '#lib/signatures/own/own-session.ts'
import { requestOwnLink } from '#lib/signatures/own/request-own-link.ts'
import { withdrawSignature } from '#lib/signatures/own/withdraw-signature.ts'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'
import { forgetOwnSession, keepOwnSession, ownSessionToken } from './own-cookie.ts'

/** Asks for the link to one's own signature: the same answer for every address. */
export async function requestOwnLinkAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const { own, form: words } = await getMessages({ locale })
  const values = { email: String(form.get('email') ?? '') }
  const client = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
  if (await spend('own-link', client)) return { values, error: words.formErrors['too-many'] }
  const { outcome } = await requestOwnLink(form.get('email'), new Date(), client)
  if (outcome === 'invalid-address') return { values, error: own.ask.invalid }
  redirect(`/${locale}/my-signature/sent`)
}

/** The button behind the link of the mail. */
export async function openOwnSignatureAction(locale: string, form: FormData) {
  const token = await openOwnSession(form.get('token'))
  if (!token) redirect(`/${locale}/my-signature/not-valid`)
  await keepOwnSession(token)
  redirect(`/${locale}/my-signature`)
}

export async function correctSignatureAction(
  locale: string,
  _previous: SignFormState,
  form: FormData,
): Promise<SignFormState> {
  const values = readForm(form)
  const choices = { countries: COUNTRY_CODES, categories: categoryCodes() }
  const result = await correctSignature(await ownSessionToken(), values, choices)
  if (result.outcome === 'invalid') return { errors: result.errors, values: typedTexts(values) }
  if (result.outcome === 'no-session') redirect(`/${locale}/my-signature`)
  showAtOnce()
  redirect(`/${locale}/my-signature?saved=1`)
}

export async function withdrawSignatureAction(locale: string, form: FormData) {
  if (form.get('sure') !== 'on') redirect(`/${locale}/my-signature#withdraw`)
  const { outcome } = await withdrawSignature(await ownSessionToken(), form.get('noMail') === 'on')
  await forgetOwnSession()
  if (outcome === 'no-session') redirect(`/${locale}/my-signature`)
  showAtOnce()
  redirect(`/${locale}/my-signature/withdrawn`)
}

export async function closeOwnSignatureAction(locale: string) {
  await endOwnSession(await ownSessionToken())
  await forgetOwnSession()
  redirect(`/${locale}/my-signature`)
}

/** The kept pages of every language are made again before anyone sees them. */
function showAtOnce() {
  revalidatePath('/', 'layout')
}
