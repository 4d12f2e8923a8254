import { dayInWords } from '#lib/words.ts'
import type { EditionLanguage } from '../edition.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import { typeset } from './typeset.ts'

/** The letter in one language, with the tally of the snapshot and the first signatories. */
export function letterPdf(pack: FrozenPack, language: EditionLanguage): Buffer {
  const { tally, t } = wordingOfPack(pack, language)
  const { code, title, addressee, launchedBy, date, blocks, firstSignatories, words } = language
  const data = {
    language: code,
    title,
    addressee,
    launchedBy,
    date: dayInWords(code, date),
    blocks,
    firstSignatories,
    words: { letter: words.letter, first: words.first },
    tally,
    foot: t('delivery.verify', { address: verifyAddress(pack, code), root: pack.root }),
  }
  return typeset('letter', data, pack.takenAt)
}

/** Where the root is published. */
export function verifyAddress({ edition }: FrozenPack, language: string) {
  return `${edition.siteUrl}/${language}/verify`
}
