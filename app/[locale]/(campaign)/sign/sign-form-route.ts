import { problemsIn } from '#components/sign/sign-form-words.ts'
import { previewTokenOf } from '#lib/campaign/preview-link.ts'
import { rememberTypedAddress } from '#lib/security/typed-address.ts'
import { logStorageFailure } from '#lib/signatures/log-storage-failure.ts'
import { readForm, typedTexts } from '#lib/signatures/read-form.ts'
import type { FieldErrors, FormError } from '#lib/signatures/sign-form-state.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { suggestAddress } from '#lib/signatures/suggest-domain.ts'
import { readMessages } from '#lib/text/messages.ts'
import { type FormAnswer, formRoute, type SentForm } from '../form-route.ts'
import { keepSigningBrowser } from './signing-cookie.ts'

type Places = {
  /** Path of the page with the form, below the language. */
  page: string
  /** Of the page that shows it again. */
  again: string
  next: string
  /** Whether a page below `next` asks about a mail domain that looks mistaken. */
  isAsking?: boolean
}

/** When to try again, in seconds, where nothing better is known. */
const TRY_AGAIN_AFTER_SECONDS = 10

/** Takes the form to sign: to the next step for every address alike, or back with what was typed. */
export function signFormRoute({ page, again, next, isAsking }: Places) {
  return formRoute(
    page,
    async ({ locale, form, client, cookies }: SentForm): Promise<FormAnswer> => {
      const values = { ...readForm(form), locale }
      const result = await submitSignature(values, client, previewTokenOf(cookies)).catch(
        logStorageFailure,
      )
      if (result?.outcome === 'accepted') {
        const { email } = typedTexts(values)
        const mistaken = isAsking && suggestAddress(email)
        const typed = isAsking && email ? [rememberTypedAddress(email.trim())] : []
        return {
          goOn: `/${locale}${next}${mistaken ? `/${encodeURIComponent(mistaken.domain)}` : ''}`,
          cookies: [keepSigningBrowser(result.browserToken), ...typed],
        }
      }
      const refuse = (errors: FieldErrors, formError?: FormError) => ({
        page: again,
        refused: {
          form: 'sign',
          values: typedTexts(values),
          problems: problemsIn(readMessages(locale).form, errors, formError),
        },
      })
      if (!result) {
        const retryAfterSeconds = TRY_AGAIN_AFTER_SECONDS
        return { ...refuse({}, 'unavailable'), status: 503, retryAfterSeconds }
      }
      if (result.outcome === 'invalid') return refuse(result.errors)
      if (result.outcome !== 'too-many') return { ...refuse({}, result.outcome), status: 409 }
      const { retryAfterSeconds } = result
      return { ...refuse({}, 'too-many'), status: 429, retryAfterSeconds }
    },
  )
}
