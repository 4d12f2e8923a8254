'use server'

import { redirect } from 'next/navigation'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { outcomePath } from './outcomes.ts'

/** The button of the confirmation page. */
export async function confirmAction(locale: string, form: FormData) {
  const { outcome } = await confirmSignature(form.get('token'))
  redirect(outcomePath(locale, outcome))
}
