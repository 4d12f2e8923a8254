'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { decideStatement, releaseSignature } from '#lib/organisers/look-at-signatures.ts'
import { hideReportedName, keepReportedName } from '#lib/organisers/reported-names.ts'
import { endSession, openSession } from '#lib/organisers/session.ts'
import { tidyText } from '#lib/signatures/text-rules.ts'
import { organiserWhoMay } from './access.ts'
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

/** Lets a held signature count. */
export async function releaseAction(locale: string, form: FormData) {
  await organiserWhoMay('moderate', locale)
  const id = z.uuid().safeParse(form.get('id'))
  if (id.success) await releaseSignature(id.data)
  showWhatChanged(locale)
}

/** Hides a reported name, or keeps it. */
export async function decideReportedAction(locale: string, form: FormData) {
  await organiserWhoMay('moderate', locale)
  const id = z.uuid().safeParse(form.get('id'))
  const decision = z.enum(['hide', 'keep']).safeParse(form.get('decision'))
  if (id.success && decision.success) {
    await (decision.data === 'hide' ? hideReportedName(id.data) : keepReportedName(id.data))
  }
  showWhatChanged(locale)
}

/** Shows a statement, or does not. */
export async function decideStatementAction(locale: string, form: FormData) {
  await organiserWhoMay('moderate', locale)
  const id = z.uuid().safeParse(form.get('id'))
  const decision = z.enum(['approved', 'refused']).safeParse(form.get('decision'))
  if (id.success && decision.success) {
    await decideStatement(id.data, tidyText(String(form.get('statement'))), decision.data)
  }
  showWhatChanged(locale)
}

function showWhatChanged(locale: string): never {
  revalidatePath('/', 'layout')
  redirect(`/${locale}/organisers/look`)
}
