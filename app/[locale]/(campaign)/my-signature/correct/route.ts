import { revalidatePath } from 'next/cache'
import { problemsIn } from '#components/sign/sign-form-words.ts'
import { categoryCodes } from '#lib/content/campaign.ts'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import { correctSignature } from '#lib/signatures/self-service/correct-signature.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'
import { formRoute } from '../../form-route.ts'
import { signatorySessionToken } from '../session-cookie.ts'

/** What its owner corrects in her signature. */
const route = formRoute('/my-signature', async ({ locale, form }) => {
  const values = readForm(form)
  const words = readMessages(locale)
  const choices = { countries: COUNTRY_CODES, categories: categoryCodes() }
  const result = await correctSignature(await signatorySessionToken(), values, choices)
  if (result.outcome === 'corrected') {
    // The kept pages of every language are made again before anyone sees them.
    revalidatePath('/', 'layout')
    return { goOn: `/${locale}/my-signature?saved=1` }
  }
  const isInvalid = result.outcome === 'invalid'
  const problems = isInvalid
    ? problemsIn(words.form, result.errors)
    : [{ message: words.selfService.sessionEnded }]
  const refused = { form: 'own', values: typedTexts(values), problems }
  return { page: '/my-signature', refused, status: isInvalid ? 422 : 409 }
})

export const GET = route.GET
export const POST = route.POST
