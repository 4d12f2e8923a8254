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

/**
 * Sets the poster as PDF.
 * @param link what the code on it leads to
 */
export function posterPdf(poster: Poster, link: string, moment: Date): Buffer {
  return typeset('poster', { ...poster, qr: qrFile(link) }, moment)
}
