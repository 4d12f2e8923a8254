import { endSignatorySession } from '#lib/signatures/self-service/signatory-session.ts'
import { formRoute } from '../../form-route.ts'
import { forgetSignatorySession, signatorySessionToken } from '../session-cookie.ts'

/** Closes one's own signature in this browser. */
const route = formRoute('/my-signature', async ({ locale }) => {
  await endSignatorySession(await signatorySessionToken())
  await forgetSignatorySession()
  return { goOn: `/${locale}/my-signature` }
})

export const GET = route.GET
export const POST = route.POST
