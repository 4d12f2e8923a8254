'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { PREVIEW_COOKIE } from '#lib/campaign/preview-link.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/defence/client-address.ts'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { tellUnkept } from '#lib/signatures/tell-unkept.ts'
import { keepSigningBrowser } from './signing-cookie.ts'

/** The form under the letter: to the next step for every address alike, or back with what was typed. */
export async function signLetterAction(_previous: SignFormState, form: FormData) {
  return sign(form, '/sign/check-your-mail')
}

/** The same form in a frame of another site: the next step stays in the frame. */
export async function signInFrameAction(_previous: SignFormState, form: FormData) {
  return sign(form, '/embed/sent')
}

async function sign(form: FormData, nextStep: string): Promise<SignFormState> {
  const values = readForm(form)
  const preview = (await cookies()).get(PREVIEW_COOKIE)?.value
  const result = await submitSignature(values, await clientAddress(), preview).catch(tellUnkept)
  if (result?.outcome === 'accepted') {
    await keepSigningBrowser(result.browserToken)
    redirect(`/${result.locale}${nextStep}`)
  }
  return {
    errors: result?.outcome === 'invalid' ? result.errors : {},
    values: typedTexts(values),
    ...(!result && { formError: 'unavailable' }),
    ...(result?.outcome === 'too-many' && { formError: 'too-many' }),
    ...(result?.outcome === 'paused' && { formError: 'paused' }),
    ...(result?.outcome === 'closed' && { formError: 'closed' }),
  }
}

async function clientAddress() {
  return (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
}
