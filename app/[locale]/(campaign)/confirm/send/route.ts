import { registerHandler } from '#lib/process/route-handlers.ts'
import { forgetTypedAddress } from '#lib/security/typed-address.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { formRoute } from '../../form-route.ts'
import { forgetSigningBrowser, signingBrowserIn } from '../../sign/signing-cookie.ts'
import { confirmPath, outcomePath } from '../outcomes.ts'

/** The button of the confirmation page. */
const route = formRoute('/confirm', async ({ locale, form, client, cookies }) => {
  const token = form.get('token')
  const press = {
    formId: form.get('form'),
    browserToken: signingBrowserIn(cookies),
    clientAddress: client,
    wantsThanks: form.get('thanks') === 'on',
  }
  const result = await confirmSignature(token, new Date(), press).catch(() => null)
  // The page that showed the button says what is wrong, or what waits now, and keeps the link.
  if (!result || result.outcome === 'form-gone') return { goOn: confirmPath(locale, token) }
  const goOn = outcomePath(locale, result.outcome)
  const isDone = result.outcome === 'confirmed'
  return isDone ? { goOn, cookies: [forgetSigningBrowser(), forgetTypedAddress()] } : { goOn }
})

export const GET = route.GET
export const POST = registerHandler('/[locale]/confirm/send', route.POST)
