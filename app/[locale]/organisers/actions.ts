'use server'

import { redirect } from 'next/navigation'
import { endSession, openSession } from '#lib/organisers/session.ts'
import { forgetSession, keepSession, sessionToken } from './session-cookie.ts'

/** The button behind a sign-in link. */
export async function signInAction(locale: string, form: FormData) {
  const token = await openSession(form.get('token'))
  if (!token) redirect(`/${locale}/organisers/sign-in`)
  await keepSession(token)
  redirect(`/${locale}/organisers`)
}

export async function signOutAction(locale: string) {
  await endSession(await sessionToken())
  await forgetSession()
  redirect(`/${locale}/organisers/sign-in`)
}
