import { spend } from '#lib/defence/rate-limits.ts'
import { confirmByCode } from '#lib/signatures/confirm-by-code.ts'
import { CODE_LIFETIME_MINUTES, CODE_TRIES } from '#lib/signatures/confirmation-link.ts'
import { translator } from '#lib/words.ts'
import { formRoute } from '../../form-route.ts'
import { outcomePath } from '../outcomes.ts'

/** The code of the mail, typed with the address. */
const route = formRoute('/confirm', async ({ locale, form, client }) => {
  const isRefused = await spend('code', client)
  const { outcome } = isRefused
    ? { outcome: 'wrong-code' as const }
    : await confirmByCode(form.get('email'), form.get('code'))
  if (outcome !== 'wrong-code') return { goOn: outcomePath(locale, outcome) }
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
