import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { formRoute } from '../../form-route.ts'
import { outcomePath } from '../outcomes.ts'

/** The button of the confirmation page. */
const route = formRoute('/confirm', async ({ locale, form }) => {
  const token = form.get('token')
  const result = await confirmSignature(token).catch(() => null)
  // The page that showed the button says what is wrong, and keeps the link.
  if (!result) return { goOn: `/${locale}/confirm?token=${encodeURIComponent(String(token))}` }
  return { goOn: outcomePath(locale, result.outcome) }
})

export const GET = route.GET
export const POST = route.POST
