import { formatDay, readMessages } from '#lib/text/messages.ts'
import { readFirstSignatories } from './first-signatories.ts'
import { readLetter } from './letter.ts'
import { outline } from './outline.ts'
import { whichTextDecides } from './which-text-decides.ts'

/** The letter in one language as plain text, to print or to paste: with its date, names and version. */
export function plainLetter(language: string) {
  const letter = readLetter(language)
  const { letter: words } = readMessages(language)
  const names = readFirstSignatories(language).map(({ name, role }) => `${name}, ${role}`)
  const parts = [
    `${words.openLetter}\n${letter.title}`,
    letter.addressee,
    ...outline(letter.blocks).map(({ text }) => text),
    `${words.launchedBy} ${letter.launchedBy}, ${formatDay(language, letter.date)}`,
    `${words.firstSignatories}\n${names.join('\n')}`,
    whichTextDecides(letter),
    `${words.version} ${letter.version}`,
  ]
  return `${parts.join('\n\n')}\n`
}
