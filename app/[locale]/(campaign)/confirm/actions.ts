'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CLIENT_ADDRESS_HEADER } from '#lib/defence/client-address.ts'
import { spend } from '#lib/defence/rate-limits.ts'
import { confirmByCode } from '#lib/signatures/confirm-by-code.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { CODE_LIFETIME_MINUTES, CODE_TRIES } from '#lib/signatures/confirmation-link.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { outcomePath } from './outcomes.ts'

/** The button of the confirmation page. */
export async function confirmAction(locale: string, form: FormData) {
  const token = form.get('token')
  const result = await confirmSignature(token).catch(() => null)
  // The page that showed the button says what is wrong, and keeps the link.
  if (!result) redirect(`/${locale}/confirm?token=${encodeURIComponent(String(token))}`)
  redirect(outcomePath(locale, result.outcome))
}

/** The code of the mail, typed with the address. */
export async function confirmByCodeAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const client = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
  const isRefused = await spend('code', client)
  const { outcome } = isRefused
    ? { outcome: 'wrong-code' as const }
    : await confirmByCode(form.get('email'), form.get('code'))
  if (outcome !== 'wrong-code') redirect(outcomePath(locale, outcome))
  const t = await getTranslations({ locale, namespace: 'checkMail.code' })
  return {
    error: t('wrong', { minutes: CODE_LIFETIME_MINUTES, tries: CODE_TRIES }),
    values: { email: String(form.get('email') ?? '') },
  }
}
