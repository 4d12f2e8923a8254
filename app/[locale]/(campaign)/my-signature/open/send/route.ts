import { openSignatorySession } from '#lib/signatures/self-service/signatory-session.ts'
import { formRoute } from '../../../form-route.ts'
import { keepSignatorySession } from '../../session-cookie.ts'

/** The button behind the link of the mail. */
const route = formRoute('/my-signature', async ({ locale, form }) => {
  const token = await openSignatorySession(form.get('token'))
  if (!token) return { goOn: `/${locale}/my-signature/not-valid` }
  await keepSignatorySession(token)
  return { goOn: `/${locale}/my-signature` }
})

export const GET = route.GET
export const POST = route.POST
