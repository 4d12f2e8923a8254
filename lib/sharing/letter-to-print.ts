import type { FirstSignatory } from '#lib/content/first-signatories.ts'
import { type Letter, readLetter } from '#lib/content/letter.ts'
import { setLetter } from '#lib/delivery/pack/letter-pdf.ts'
import { printLanguageIn } from '#lib/delivery/print-content.ts'
import { env } from '#lib/env/env.ts'
import { readMessages } from '#lib/text/messages.ts'

/**
 * The letter of today as PDF, for whoever prints it: nobody is on it but the first signatories, whom the
 * letter itself names. Its foot says which version it is and where that version stays readable.
 */
export function letterToPrint(language: string): Buffer {
  const { version, date } = readLetter(language)
  const { letter: words } = readMessages(language)
  const address = `${env.SITE_URL}/${language}/versions/${version}`
  const around = { tally: null, foot: `${words.version} · ${address}` }
  return setLetter(printLanguageIn(language), around, new Date(`${date}T00:00:00Z`))
}

/** A letter that readers do not see yet as PDF, which says so at its foot. */
export function letterPreviewToPrint(letter: Letter, people: FirstSignatory[]): Buffer {
  const { language, date } = letter
  const { pdfFoot } = readMessages(language).organisers.letter.preview
  const around = { tally: null, foot: pdfFoot }
  const printed = printLanguageIn(language, letter, people)
  return setLetter(printed, around, new Date(`${date}T00:00:00Z`))
}
