'use server'

import { getMessages } from 'next-intl/server'
import { endOtherSessions, endSession } from '#lib/organisers/sessions/end-session.ts'
import { changePassword } from '#lib/organisers/sign-in/change-password.ts'
import { addPasskey, beginPasskey, removePasskey } from '#lib/organisers/sign-in/passkeys.ts'
import { renewRecoveryCodes } from '#lib/organisers/sign-in/recovery-codes.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { currentSession, organiserWhoMay, requestHeaders } from '../access.ts'
import { idIn } from '../form-values.ts'
import { keepCookies } from '../keep-cookies.ts'
import { showPage } from '../show-page.ts'

const FRESH = { fresh: true }

/** Ends one of one's own sessions. */
export async function endSessionAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('own-account', locale)
  const id = idIn(form)
  if (id) await endSession(id, organiser)
  showPage(`/${locale}/organisers/account?said=done`)
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessionsAction(locale: string) {
  const organiser = await organiserWhoMay('own-account', locale)
  const session = await currentSession()
  if (session) await endOtherSessions(session.id, organiser)
  showPage(`/${locale}/organisers/account?said=done`)
}

export async function changePasswordAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const organiser = await organiserWhoMay('own-account', locale, FRESH)
  const { account, gate, join } = (await getMessages({ locale })).organisers
  const session = await currentSession()
  const typed = { current: form.get('current'), password: form.get('password') }
  const result = await changePassword(typed, organiser, session?.id ?? '')
  switch (result.outcome) {
    case 'refused-password':
      return { values: {}, error: join.faults[result.fault] }
    case 'wrong-password':
      return { values: {}, error: account.password.wrong, errorIn: 'current' }
    case 'too-many':
      return { values: {}, error: gate.tooMany }
    case 'changed':
      return showPage(`/${locale}/organisers/account?said=done`)
  }
}

/** Makes new recovery codes, and leads to where they are shown once. */
export async function renewCodesAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const organiser = await organiserWhoMay('own-account', locale, FRESH)
  const headers = await requestHeaders()
  const cookies = await renewRecoveryCodes(form.get('password'), organiser, headers)
  if (cookies) {
    await keepCookies(cookies)
    showPage(`/${locale}/organisers/recovery-codes`)
  }
  const { account } = (await getMessages({ locale })).organisers
  return { values: {}, error: account.password.wrong }
}

/** What a browser needs to make a passkey. */
export async function beginPasskeyAction(locale: string) {
  await organiserWhoMay('own-account', locale, FRESH)
  const { options, cookies } = await beginPasskey(await requestHeaders())
  await keepCookies(cookies)
  return options
}

/** The passkey that a browser made. */
export async function addPasskeyAction(
  locale: string,
  answer: unknown,
): Promise<{ isRefused: true }> {
  const organiser = await organiserWhoMay('own-account', locale, FRESH)
  if (!(await addPasskey(answer, organiser, await requestHeaders()))) return { isRefused: true }
  showPage(`/${locale}/organisers/account?said=done`)
}

export async function removePasskeyAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('own-account', locale, FRESH)
  const id = idIn(form)
  if (id) await removePasskey(id, organiser)
  showPage(`/${locale}/organisers/account?said=done`)
}
