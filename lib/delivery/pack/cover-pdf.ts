import type { CoverLetter } from '../cover-letter.ts'
import type { PrintLanguage } from '../print-content.ts'
import { breakWords } from './break-words.ts'
import { tallyOfListed, wordingOfCountry } from './country-wording.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import { verifyAddress } from './letter-pdf.ts'
import { typeset } from './typeset.ts'

/** The cover letter in one language, with the totals under it. */
export function coverPdf(pack: FrozenPack, language: PrintLanguage, cover: CoverLetter): Buffer {
  const { t } = wordingOfPack(pack, language)
  const { code, title, words } = language
  const country = wordingOfCountry(pack, language)
  const { tally, notes } = tallyOfListed(pack, language)
  const { organisation, name, role } = cover
  const data = {
    language: code,
    title: `${words.cover.title} – ${title}`,
    author: name,
    overline: words.cover.overline + (country ? ` · ${country.name}` : ''),
    subject: breakWords(title),
    sender: breakWords(organisation),
    to: linesOf(cover.to),
    placeAndDate: breakWords(cover.placeAndDate),
    paragraphs: cover.text.split(/\n\s*\n/).map(linesOf),
    signature: [name, role, organisation].filter(line => line !== '').map(line => breakWords(line)),
    tally,
    notes,
    foot: t('delivery.verify', { address: verifyAddress(pack, code), root: pack.root }),
  }
  return typeset('cover', data, pack.takenAt, pack.printContent.look)
}

function linesOf(text: string) {
  return text.split('\n').map(line => breakWords(line))
}
