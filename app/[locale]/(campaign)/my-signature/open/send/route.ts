import { openSignatorySession } from '#lib/signatures/self-service/signatory-session.ts'
import { formRoute } from '../../../form-route.ts'
import { keepOwnSession } from '../../session-cookie.ts'

/** The button behind the link of the mail. */
const route = formRoute('/my-signature', async ({ locale, form }) => {
  const token = await openSignatorySession(form.get('token'))
  if (!token) return { goOn: `/${locale}/my-signature/not-valid` }
  await keepOwnSession(token)
  return { goOn: `/${locale}/my-signature` }
})

export const GET = route.GET
export const POST = route.POST
