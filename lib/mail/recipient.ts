import type { ConfirmationLink, Signature } from '#lib/database/types.ts'
import { readDetails } from '#lib/signatures/signature-details.ts'

/**
 * Whom a mail is for. A confirmation goes to the address that was typed with it, as long as that is
 * kept; every other mail to the signature's.
 */
export function recipientOf(mail: {
  link: Pick<ConfirmationLink, 'details'> | null
  signature: Pick<Signature, 'email' | 'name' | 'locale'>
}) {
  const typed = mail.link?.details
  const { email, name, locale } = typed ? readDetails(typed) : mail.signature
  return { to: email, name, locale }
}
