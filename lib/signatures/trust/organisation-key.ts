import { fold } from '#lib/text/fold-text.ts'
import { LEGAL_FORMS, SMALL_WORDS } from './small-words.ts'

/** As in C.H.U.: between letters that stand alone. */
const DOT_OF_ABBREVIATION = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu

/** An organisation's name reduced so that its spellings are one: "CHU de Lyon" is "chu lyon". */
export function organisationKey(name: string) {
  const words = fold(name)
    .replace(DOT_OF_ABBREVIATION, '')
    .split(/[^\p{L}\p{N}]+/u)
  const telling = words.filter(word => word && !SMALL_WORDS.has(word) && !LEGAL_FORMS.has(word))
  return (telling.length > 0 ? telling : words).sort().join(' ')
}
