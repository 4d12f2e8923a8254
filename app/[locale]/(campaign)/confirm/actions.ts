'use server'

import { redirect } from 'next/navigation'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { outcomePath } from './outcomes.ts'

/** The button of the confirmation page. */
export async function confirmAction(locale: string, form: FormData) {
  const token = form.get('token')
  const result = await confirmSignature(token).catch(() => null)
  // The page that showed the button says what is wrong, and keeps the link.
  if (!result) redirect(`/${locale}/confirm?token=${encodeURIComponent(String(token))}`)
  redirect(outcomePath(locale, result.outcome))
}
