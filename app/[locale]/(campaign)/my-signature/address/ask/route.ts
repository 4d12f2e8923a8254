import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { askForAddress } from '#lib/signatures/self-service/ask-for-address.ts'
import { readMessages } from '#lib/text/messages.ts'
import { formRoute } from '../../../form-route.ts'
import { signatorySessionToken } from '../../session-cookie.ts'

/** Asks for another address of one's own signature: the same answer for every address. */
const route = formRoute('/my-signature', async ({ locale, form, client }) => {
  const { selfService, form: words } = readMessages(locale)
  const refuse = (message: string) => ({
    page: '/my-signature',
    refused: {
      form: 'address',
      values: { email: String(form.get('email') ?? '') },
      problems: [{ field: 'email', message }],
    },
  })
  const retryAfterSeconds = await consumeRateLimit('magic-link', client)
  if (retryAfterSeconds)
    return { ...refuse(words.formErrors['too-many']), status: 429, retryAfterSeconds }
  const token = await signatorySessionToken()
  const { outcome } = await askForAddress(token, form.get('email'), client)
  if (outcome === 'invalid-address') return refuse(selfService.ask.invalid)
  return { goOn: `/${locale}/my-signature${outcome === 'asked' ? '/address-sent' : ''}` }
})

export const GET = route.GET
export const POST = route.POST
