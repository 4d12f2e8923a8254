import { readCampaign } from '#lib/content/campaign.ts'
import { countryName } from '#lib/text/countries.ts'
import { formatDay, type Messages, readMessages, translator } from '#lib/text/messages.ts'
import { headlineOf, type PublicSignatory } from './public-signatory.ts'
import { verifiedDomain } from './trust/mail-domains.ts'

/** A signatory who agreed to be shown, in the words of the reader's language. */
export type SignatoryDescription = {
  id: string
  /** Her name, or that of the organisation that signed. */
  headline: string
  /** Of an organisation. */
  website: string | null
  /** Path of an organisation's logo. */
  logo: string | null
  /** What is known beside the name: role, organisation, capacity, category, country; none twice. */
  details: string[]
  /** Why she signs, approved by an organiser. */
  statement: string | null
  /** ISO 8601. */
  confirmedAt: string
  /** Day of confirmation in words. */
  since: string
}

/** Puts signatories into words; the names of categories are looked up once for all of a list. */
export function describerOfSignatories(locale: string) {
  const { signatories: words } = readMessages(locale)
  const categories = new Map(readCampaign(locale).categories.map(({ code, name }) => [code, name]))
  return (signatory: PublicSignatory): SignatoryDescription => {
    const { id, website, logo, statement, confirmedAt } = signatory
    const country = signatory.country && countryName(signatory.country, locale)
    const category = categories.get(signatory.category ?? '')
    const beside =
      signatory.kind === 'organisation'
        ? [...ofOrganisation(signatory, locale, words), category, country]
        : [...ofPerson(signatory, words), category, country]
    return {
      id,
      headline: headlineOf(signatory),
      website,
      logo,
      details: [...new Set(beside.flatMap(detail => detail || []))],
      statement,
      confirmedAt,
      since: formatDay(locale, confirmedAt),
    }
  }
}

function ofOrganisation(signatory: PublicSignatory, locale: string, words: Words) {
  const t = translator(locale)
  const domain = verifiedDomain(signatory)
  const verified = domain && t('signatories.verified', { domain })
  const representedBy = t('signatories.represented', { name: signatory.name })
  return [words.organisation, verified, representedBy, signatory.role]
}

function ofPerson({ role, organisation, capacity, capacityNote }: PublicSignatory, words: Words) {
  const personal = capacityNote ? words.personal : null
  return [role, organisation, capacity === 'official' ? words.official : personal]
}

type Words = Messages['signatories']
