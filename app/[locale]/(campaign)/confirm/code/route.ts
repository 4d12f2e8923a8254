import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { CODE_LIFETIME_MINUTES, CODE_TRIES } from '#lib/signatures/confirmation-link.ts'
import { verifyCode } from '#lib/signatures/verify-code.ts'
import { translator } from '#lib/text/messages.ts'
import { formRoute } from '../../form-route.ts'
import { confirmPath, outcomePath } from '../outcomes.ts'

/** The code of the mail, typed with the address: to the page of its link, which shows what waits. */
const route = formRoute('/confirm', async ({ locale, form, client }) => {
  const isRefused = await consumeRateLimit('code', client)
  const result = isRefused
    ? { outcome: 'wrong-code' as const }
    : await verifyCode(form.get('email'), form.get('code'))
  if (result.outcome === 'verified') return { goOn: confirmPath(locale, result.token) }
  if (result.outcome === 'closed') return { goOn: outcomePath(locale, 'closed') }
  const tries = { minutes: CODE_LIFETIME_MINUTES, tries: CODE_TRIES }
  const message = translator(locale)('checkMail.code.wrong', tries)
  const values = { email: String(form.get('email') ?? '') }
  return {
    page: '/confirm',
    refused: { form: 'code', values, problems: [{ field: 'code', message }] },
  }
})

export const GET = route.GET
export const POST = route.POST
