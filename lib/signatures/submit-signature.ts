import { type CampaignRun, readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { isPreviewToken } from '#lib/campaign/preview-link.ts'
import { CAMPAIGN_STATES, stateAt } from '#lib/campaign/states.ts'
import { categoryCodes } from '#lib/content/campaign.ts'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { memoize } from '#lib/content/memoize.ts'
import { withinTime } from '#lib/database/for-readers.ts'
import type { CampaignState } from '#lib/database/types.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { networkHash } from '#lib/security/client-network.ts'
import { onRaster } from '#lib/security/constant-time-response.ts'
import { consumeRateLimits } from '#lib/security/rate-limits.ts'
import { randomToken } from '#lib/security/tokens.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { consentVersion } from './consent.ts'
import { readReferrer } from './referrer.ts'
import { networkRulesOf } from './rules/active-rules.ts'
import type { FieldErrors } from './sign-form-state.ts'
import { signLetter } from './sign-letter.ts'
import { detailsOf } from './signature-details.ts'
import { errorsByField, signatureForm } from './signature-form.ts'

/** Least response time in milliseconds, so that it does not reveal whether the address was known. */
const ANSWER_AFTER_MS = 50

/**
 * Outcome of a form or of a call of `POST /api/signatures`. A browser keeps `browserToken`: its own form is
 * then shown first when the address is confirmed. A program needs none.
 */
export type SubmitSignatureOutcome =
  | { outcome: 'accepted'; locale: string; browserToken: string }
  | { outcome: 'invalid'; errors: FieldErrors }
  | { outcome: 'too-many'; retryAfterSeconds: number }
  | { outcome: 'paused' | 'closed' }

/**
 * Checks what was typed and takes the signature.
 * @param values the fields of the contract as they came, known and unknown.
 * @param previewToken of the preview link, where the browser holds one: a preview is signed with it alone.
 * @throws when the database does not answer within QUERY_MS.signing: what was typed is not lost, and may
 * be sent again.
 */
export async function submitSignature(
  values: unknown,
  clientAddress: string,
  previewToken?: string,
): Promise<SubmitSignatureOutcome> {
  const retryAfterSeconds = await consumeSigningLimit(clientAddress)
  if (retryAfterSeconds) return { outcome: 'too-many', retryAfterSeconds }
  return withinTime('signing', () => take(values, clientAddress, previewToken))
}

async function take(
  values: unknown,
  clientAddress: string,
  previewToken: string | undefined,
): Promise<SubmitSignatureOutcome> {
  const run = await readCampaignRun()
  const state = stateAt(run, new Date())
  const refusal = whyNotNow(run, state, previewToken)
  if (refusal) return { outcome: refusal }
  const checked = formOfThisCampaign().safeParse(values)
  if (!checked.success) return refuse(errorsByField(checked.error))

  const { locale } = checked.data
  const networkRules = await networkRulesOf(clientAddress, new Date())
  const details = detailsOf(checked.data, {
    letterVersion: readLetter(locale).version,
    consentVersion: consentVersion(locale),
    networkHash: networkHash('network', clientAddress),
    ...readReferrer(values),
    ...(networkRules.length > 0 && { networkRules }),
  })
  const { token, tokenHash } = randomToken()
  await onRaster(ANSWER_AFTER_MS, () =>
    signLetter(details, new Date(), {
      clientAddress,
      browserHash: tokenHash,
      isTrial: state === 'preview',
    }),
  )
  return { outcome: 'accepted', locale: details.locale, browserToken: token }
}

function refuse(errors: FieldErrors): SubmitSignatureOutcome {
  logRefusedForm('sign', errors)
  return { outcome: 'invalid', errors }
}

/**
 * Counts one form of a client, also one that is refused or cannot be read: looking at it costs the same.
 * Resolves to null when it may go on, else to the seconds after which it may try again.
 */
export function consumeSigningLimit(clientAddress: string) {
  return consumeRateLimits(['sign-burst', 'sign'], clientAddress)
}

function whyNotNow(run: CampaignRun, state: CampaignState, previewToken: string | undefined) {
  if (state === 'preview') return isPreviewToken(run, previewToken) ? null : 'closed'
  if (state === 'paused') return 'paused'
  return CAMPAIGN_STATES[state].maySign ? null : 'closed'
}

/** Made once for the content that is served: making it costs fifty readings. */
function formOfThisCampaign() {
  return memoize(PROJECT_FOLDER, 'form of a signature', () =>
    signatureForm({
      countries: COUNTRY_CODES,
      categories: categoryCodes(),
      languages: languages(),
    }),
  )
}
