import { formatDay } from '#lib/text/messages.ts'
import type { PrintLanguage } from '../print-content.ts'
import { breakWords, breakWordsOf } from './break-words.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import type { LookFiles } from './look-files.ts'
import { typeset } from './typeset.ts'

/** The letter in one language, with the tally of the snapshot and the first signatories. */
export function letterPdf(pack: FrozenPack, language: PrintLanguage): Buffer {
  const { tally, t } = wordingOfPack(pack, language)
  const foot = t('delivery.verify', {
    address: verifyAddress(pack, language.code),
    root: pack.root,
  })
  return setLetter(language, { tally, foot }, pack.takenAt, pack.printContent.look)
}

/**
 * Sets the letter as PDF, with its first signatories.
 * @param around the tally under the text, where one is given, and the sentence at the foot of each page
 * @param moment is named as the time of the document's creation
 * @param look the letter's of now where none was frozen
 */
export function setLetter(
  language: PrintLanguage,
  around: { tally: ReturnType<typeof wordingOfPack>['tally'] | null; foot: string },
  moment: Date,
  look?: LookFiles,
): Buffer {
  const { code, title, addressee, launchedBy, date, blocks, firstSignatories, words } = language
  const data = {
    language: code,
    title: breakWords(title),
    addressee: breakWords(addressee),
    launchedBy: breakWords(launchedBy),
    date: formatDay(code, date),
    blocks: breakWordsOf(blocks),
    firstSignatories: firstSignatories.map(({ name, role }) => ({
      name: breakWords(name),
      role: breakWords(role),
    })),
    words: { letter: words.letter, first: words.first },
    ...around,
  }
  return typeset('letter', data, moment, look)
}

/** Where the root is published. */
export function verifyAddress({ printContent }: FrozenPack, language: string) {
  return `${printContent.siteUrl}/${language}/verify`
}
