import { categoryCodes } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { correctSignature } from '#lib/signatures/self-service/correct-signature.ts'
import { formValuesOf } from '#lib/signatures/self-service/form-values.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { openSignatorySession } from '#lib/signatures/self-service/signatory-session.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import { verifyCode } from '#lib/signatures/verify-code.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { deliverMails, tokenIn } from '../fakes/transport.ts'
import { signLetter } from './sign-letter.ts'

/** Signs and presses the button of the mail; the signature as it is stored then. */
export async function signAndConfirm(person: SignatureDetails, now = new Date()) {
  await signLetter(person, now)
  await confirmSignature(tokenIn((await deliverMails()).at(-1)), now)
  return signatureOf(person)
}

/** Types the code of a mail, and presses the button of the page that it leads to. */
export async function confirmByCode(email: unknown, code: unknown, now = new Date()) {
  const verified = await verifyCode(email, code, now)
  return verified.outcome === 'verified' ? confirmSignature(verified.token, now) : verified
}

/** The forms that the page of a link shows, the chosen one first; null where it shows none. */
export async function shownBy(token: unknown, now = new Date(), browserToken?: unknown) {
  const link = await readConfirmationLink(token, now, browserToken)
  return link.state === 'ready' ? link.forms.map(form => form.details) : null
}

/** The signature of an address as it is stored. */
export function signatureOf({ email }: Pick<SignatureDetails, 'email'>) {
  return database.signature.findUniqueOrThrow({ where: { emailKey: emailKey(email) } })
}

/** Why the signature of an address is held; its status where it is not. */
export async function reasonsOf(person: Pick<SignatureDetails, 'email'>) {
  const { status, holdReasons } = await signatureOf(person)
  return status === 'held' ? holdReasons : status
}

/** Opens a confirmed signature by its mailed link: the session's token. */
export async function openOwnSignature({ email }: { email: string }, now = new Date()) {
  await requestMagicLink(email, now)
  const session = await openSignatorySession(tokenIn((await deliverMails()).at(-1)), now)
  if (!session) throw new Error('The link opens nothing.')
  return session
}

/** Sends the form of one's own signature with these fields changed. */
export async function correct(
  person: SignatureDetails,
  session: unknown,
  changes: Record<string, unknown>,
  now = new Date(),
) {
  const values = { ...formValuesOf(await signatureOf(person)), ...changes }
  return correctSignature(session, values, formChoices(), now)
}

export function formChoices() {
  return { countries: COUNTRY_CODES, categories: categoryCodes() }
}
