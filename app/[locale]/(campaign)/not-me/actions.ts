'use server'

import { redirect } from 'next/navigation'
import { disownSignature } from '#lib/signatures/disown-signature.ts'

/** "It was not me." */
export async function disownAction(locale: string, form: FormData) {
  const { outcome } = await disownSignature(form.get('token'), form.get('noMail') === 'on')
  redirect(`/${locale}/not-me/${outcome === 'erased' ? 'erased' : 'not-valid'}`)
}
