import { typedAddressIn } from '#lib/security/typed-address.ts'
import { resendConfirmation } from '#lib/signatures/resend-confirmation.ts'
import { consumeSigningLimit } from '#lib/signatures/submit-signature.ts'
import { formRoute } from '../../form-route.ts'
import { signingBrowserIn } from '../signing-cookie.ts'

/** "Send the message again": it counts like a form, and leads to the same page whatever came of it. */
const route = formRoute('/sign/check-your-mail', async ({ locale, client, cookies }) => {
  const isRefused = await consumeSigningLimit(client)
  const asking = {
    address: typedAddressIn(cookies),
    browserToken: signingBrowserIn(cookies),
    clientAddress: client,
  }
  if (!isRefused) await resendConfirmation(asking)
  return { goOn: `/${locale}/sign/check-your-mail/again` }
})

export const GET = route.GET
export const POST = route.POST
