import type { PrintLanguage } from '../print-content.ts'
import type { AnnexSection } from './annex-volumes.ts'
import { breakWords } from './break-words.ts'
import { tallyOfListed, wordingOfCountry } from './country-wording.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import { verifyAddress } from './letter-pdf.ts'
import { typeset } from './typeset.ts'

/** One volume of the annex in one language; first signatories stand in the letter and in the first. */
export function annexPdf(
  pack: FrozenPack,
  language: PrintLanguage,
  sections: AnnexSection[],
  place: { volume: number; volumes: number },
): Buffer {
  const { t } = wordingOfPack(pack, language)
  const listed = tallyOfListed(pack, language)
  const country = wordingOfCountry(pack, language)
  const { code, title, launchedBy, words } = language
  const first = place.volume === 1 ? firstSection(language) : []
  const volume = place.volumes > 1 ? ` · ${t('delivery.volume', place)}` : ''
  const data = {
    language: code,
    title: `${words.annex} – ${title}`,
    launchedBy,
    overline: words.annexLead + (country ? ` · ${country.name}` : '') + volume,
    heading: words.annex,
    letter: breakWords(title),
    tally: listed.tally,
    notes: notesOf(pack, language),
    sections: [...first, ...sections],
    foot: t('delivery.verify', { address: verifyAddress(pack, code), root: pack.root }),
  }
  return typeset('annex', data, pack.takenAt, pack.printContent.look)
}

function firstSection({ firstSignatories, words }: PrintLanguage): AnnexSection[] {
  if (firstSignatories.length === 0) return []
  const entries = firstSignatories.map(({ name, role }): [string, string] => [
    breakWords(name),
    `, ${breakWords(role)}`,
  ])
  return [
    {
      title: words.first,
      isOrganisations: false,
      groups: [{ title: null, entries }],
      unnamed: null,
    },
  ]
}

function notesOf(pack: FrozenPack, language: PrintLanguage) {
  const { t } = wordingOfPack(pack, language)
  const { confirmed } = tallyOfListed(pack, language)
  const { capacity, domain } = language.words
  const count = pack.erased
  const erased = pack.country
    ? t('delivery.totals.erased', { count })
    : t('delivery.erased', { count })
  return [confirmed, capacity, domain, ...(count > 0 ? [erased] : [])]
}
