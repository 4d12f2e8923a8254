'use server'

import { RedirectType, redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import { signOut } from '#lib/organisers/sessions/end-session.ts'
import { isFresh } from '#lib/organisers/sessions/read-session.ts'
import { askForPasskey, signInWithPasskey } from '#lib/organisers/sign-in/passkeys.ts'
import { keepRecoveryCodes } from '#lib/organisers/sign-in/recovery-codes.ts'
import { safeReturnPath } from '#lib/organisers/sign-in/safe-return-path.ts'
import { finishSetUp } from '#lib/organisers/sign-in/set-up.ts'
import { reauthenticate, showSecondFactor } from '#lib/organisers/sign-in/show-second-factor.ts'
import { signIn } from '#lib/organisers/sign-in/sign-in.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { currentSession, requestHeaders } from '../access.ts'
import { consoleAction } from '../console-action.ts'
import { box } from '../form-values.ts'
import { keepCookies } from '../keep-cookies.ts'

// The browser's Back button would show secrets again from the page that a script left.
const REPLACES_HISTORY = RedirectType.replace

/** Address and password. */
export async function signInAction(
  locale: string,
  back: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const { auth: words } = (await getMessages({ locale })).organisers
  const email = String(form.get('email') ?? '')
  const result = await signIn({ email, password: form.get('password') }, await requestHeaders())
  if ('cookies' in result) {
    await keepCookies(result.cookies)
    redirect(stepTo(locale, result.outcome, back))
  }
  const error = result.outcome === 'too-many' ? words.tooMany : words.wrong
  return { values: { email }, error }
}

/** The code after the password. */
export async function secondFactorAction(
  locale: string,
  back: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const result = await showSecondFactor(form.get('code'), await requestHeaders())
  if (!('cookies' in result)) return refusedCode(locale, result.outcome)
  await keepCookies(result.cookies)
  redirect(safeReturnPath(back, locale))
}

/** The first code of a new app. */
export async function setUpAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  if (!(await currentSession())) redirect(`/${locale}/organisers/sign-in`)
  const result = await finishSetUp(form.get('code'), await requestHeaders())
  if (result.outcome !== 'signed-in') return refusedCode(locale, result.outcome)
  await keepCookies(result.cookies)
  redirect(`/${locale}/organisers/recovery-codes`, REPLACES_HISTORY)
}

/** "I have put them in a safe place": the recovery codes are not shown again. */
export const keepCodesAction = consoleAction(
  'own-account',
  z.object({ kept: box }),
  async ({ kept }, { organiser, locale }) => {
    if (!kept) return 'recovery-codes'
    await keepCookies(await keepRecoveryCodes(organiser.id))
    redirect(`/${locale}/organisers`, REPLACES_HISTORY)
  },
)

/** Reauthentication by the second factor. */
export async function reauthenticateAction(
  locale: string,
  back: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const session = await currentSession()
  if (!session?.secondFactorAt) redirect(`/${locale}/organisers/sign-in`)
  if (!isFresh(session)) {
    const headers = await requestHeaders()
    const result = await reauthenticate(form.get('code'), session, headers)
    if (!('cookies' in result)) return refusedCode(locale, result.outcome)
    await keepCookies(result.cookies)
  }
  redirect(safeReturnPath(back, locale))
}

export async function signOutAction(locale: string) {
  await keepCookies(await signOut(await requestHeaders()))
  redirect(`/${locale}/organisers/sign-in`)
}

/** What a browser is asked so that it shows a passkey. */
export async function askForPasskeyAction() {
  const asked = await askForPasskey(await requestHeaders())
  if (asked) await keepCookies(asked.cookies)
  return asked?.options ?? null
}

/** A passkey: both factors at once. */
export async function passkeyAction(
  locale: string,
  back: string,
  answer: unknown,
): Promise<{ isRefused: true }> {
  const cookies = await signInWithPasskey(answer, await requestHeaders())
  if (!cookies) return { isRefused: true }
  await keepCookies(cookies)
  redirect(safeReturnPath(back, locale))
}

function stepTo(locale: string, step: 'second-factor' | 'set-up', back: string) {
  return `/${locale}/organisers/${step}?back=${encodeURIComponent(safeReturnPath(back, locale))}`
}

async function refusedCode(locale: string, outcome: 'wrong' | 'too-many'): Promise<ShortFormState> {
  const { auth: words } = (await getMessages({ locale })).organisers
  return { values: {}, error: outcome === 'too-many' ? words.tooMany : words.wrongCode }
}
