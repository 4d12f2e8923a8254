import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { readMessages } from '#lib/text/messages.ts'
import { formRoute } from '../../form-route.ts'

/** Asks for the link to one's own signature: the same answer for every address. */
const route = formRoute('/my-signature', async ({ locale, form, client }) => {
  const { selfService, form: words } = readMessages(locale)
  const refuse = (message: string) => ({
    page: '/my-signature',
    refused: {
      form: 'magic-link',
      values: { email: String(form.get('email') ?? '') },
      problems: [{ field: 'email', message }],
    },
  })
  const retryAfterSeconds = await consumeRateLimit('magic-link', client)
  if (retryAfterSeconds) {
    return { ...refuse(words.formErrors['too-many']), status: 429, retryAfterSeconds }
  }
  const { outcome } = await requestMagicLink(form.get('email'), new Date(), client)
  return outcome === 'invalid-address'
    ? refuse(selfService.ask.invalid)
    : { goOn: `/${locale}/my-signature/sent` }
})

export const GET = route.GET
export const POST = route.POST
