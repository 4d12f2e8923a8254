'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CLIENT_ADDRESS_HEADER } from '#lib/defence/client-address.ts'
import { spend } from '#lib/defence/rate-limits.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { CODE_LIFETIME_MINUTES, CODE_TRIES } from '#lib/signatures/confirmation-link.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { verifyCode } from '#lib/signatures/verify-code.ts'
import { forgetSigningBrowser, signingBrowserToken } from '../sign/signing-cookie.ts'
import { outcomePath } from './outcomes.ts'

/** The button of the confirmation page. */
export async function confirmAction(locale: string, form: FormData) {
  const token = form.get('token')
  const choice = { formId: form.get('form'), browserToken: await signingBrowserToken() }
  const result = await confirmSignature(token, new Date(), choice).catch(() => null)
  // The page that showed the button says what is wrong, or what waits now, and keeps the link.
  if (!result || result.outcome === 'form-gone') redirect(confirmPath(locale, String(token)))
  if (result.outcome === 'confirmed') await forgetSigningBrowser()
  redirect(outcomePath(locale, result.outcome))
}

/** The code of the mail, typed with the address: to the page of its link, which shows what waits. */
export async function verifyCodeAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  const client = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
  const isRefused = await spend('code', client)
  const result = isRefused
    ? { outcome: 'wrong-code' as const }
    : await verifyCode(form.get('email'), form.get('code'))
  if (result.outcome === 'verified') redirect(confirmPath(locale, result.token))
  if (result.outcome === 'closed') redirect(outcomePath(locale, 'closed'))
  const t = await getTranslations({ locale, namespace: 'checkMail.code' })
  return {
    error: t('wrong', { minutes: CODE_LIFETIME_MINUTES, tries: CODE_TRIES }),
    values: { email: String(form.get('email') ?? '') },
  }
}

function confirmPath(locale: string, token: string) {
  return `/${locale}/confirm?token=${encodeURIComponent(token)}`
}
