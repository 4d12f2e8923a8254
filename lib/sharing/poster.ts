import { breakWords } from '#lib/delivery/pack/break-words.ts'
import { typeset } from '#lib/delivery/pack/typeset.ts'
import { qrFile } from './qr-code.ts'

/** One A4 sheet for a wall. */
export type Poster = {
  language: string
  kind: string
  title: string
  addressee: string
  launchedBy: string
  /** What the letter asks, in two or three sentences. */
  sentences: string[]
  invitation: string
  /** The letter's address as people type it. */
  address: string
}

/** Where letters are larger than elsewhere. */
const LETTERS_IN_A_LINE = { title: 15, invitation: 18 }

/**
 * Sets the poster as PDF.
 * @param link what the code on it leads to
 */
export function posterPdf(poster: Poster, link: string, moment: Date): Buffer {
  const { title, addressee, launchedBy, sentences, invitation, address } = poster
  const data = {
    ...poster,
    title: breakWords(title, LETTERS_IN_A_LINE.title),
    addressee: breakWords(addressee),
    launchedBy: breakWords(launchedBy),
    sentences: sentences.map(sentence => breakWords(sentence)),
    invitation: breakWords(invitation, LETTERS_IN_A_LINE.invitation),
    address: breakWords(address),
    qr: qrFile(link),
  }
  return typeset('poster', data, moment)
}
