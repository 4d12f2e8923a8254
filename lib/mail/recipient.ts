import { languages } from '#lib/content/languages.ts'
import type {
  AddressChange,
  ConfirmationLink,
  Mail,
  Organiser,
  OrganiserAddress,
  Signature,
} from '#lib/database/types.ts'
import { readDetails } from '#lib/signatures/signature-details.ts'

/** What says whom a mail is for. */
export type Addressed = Pick<Mail, 'kind' | 'locale' | 'recipient'> & {
  link: Pick<ConfirmationLink, 'details'> | null
  signature: Pick<Signature, 'email' | 'name' | 'locale'> | null
  organiser: Pick<Organiser, 'email' | 'locale'> | null
  newAddress: Pick<OrganiserAddress, 'email' | 'formerEmail'> | null
  addressChange: Pick<AddressChange, 'email'> | null
}

/**
 * Whom a mail is for. A confirmation goes to the address that was typed with it, as long as that is
 * kept; other mails about a signature to the signature's, or to the one typed once that is erased, and those to
 * organisers to theirs. Of a signatory's change of address one link goes to the new one. Of an organiser's the link goes
 * to the new one, and the notice to the one before.
 * @throws Error for a mail that is for nobody.
 */
export function recipientOf(mail: Addressed) {
  const { kind, link, signature, organiser, locale, recipient, addressChange } = mail
  if (organiser) {
    const known = languages()
    const wished = [locale, organiser.locale].find(language => known.includes(language ?? ''))
    const email = addressOf(mail, organiser)
    return { to: email, name: email, locale: wished ?? known[0] ?? '' }
  }
  const person = link?.details ? readDetails(link.details) : signature
  if (!person) throw new Error('This mail is for nobody.')
  const to = kind === 'address_new' ? (addressChange?.email ?? '') : (recipient ?? person.email)
  return { to, name: person.name, locale: person.locale }
}

function addressOf({ kind, newAddress }: Addressed, organiser: { email: string }) {
  if (!newAddress) return organiser.email
  return kind === 'organiser_address' ? newAddress.email : newAddress.formerEmail
}
