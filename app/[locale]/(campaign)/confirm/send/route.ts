import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { formRoute } from '../../form-route.ts'
import { forgetSigningBrowser, signingBrowserToken } from '../../sign/signing-cookie.ts'
import { confirmPath, outcomePath } from '../outcomes.ts'

/** The button of the confirmation page. */
const route = formRoute('/confirm', async ({ locale, form }) => {
  const token = form.get('token')
  const choice = { formId: form.get('form'), browserToken: await signingBrowserToken() }
  const result = await confirmSignature(token, new Date(), choice).catch(() => null)
  // The page that showed the button says what is wrong, or what waits now, and keeps the link.
  if (!result || result.outcome === 'form-gone') return { goOn: confirmPath(locale, token) }
  if (result.outcome === 'confirmed') await forgetSigningBrowser()
  return { goOn: outcomePath(locale, result.outcome) }
})

export const GET = route.GET
export const POST = route.POST
