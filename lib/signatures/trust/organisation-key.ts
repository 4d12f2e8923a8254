import { fold } from '../search-key.ts'

/** Words that people write or leave out: they do not tell organisations apart. */
const SMALL_WORDS = new Set(
  'a an and au aux d de des du en et for fur l la le les of pour s the und der die das sa sarl ltd llc inc gmbh asbl e v'.split(
    ' ',
  ),
)

/** As in C.H.U.: between letters that stand alone. */
const DOT_OF_ABBREVIATION = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu

/** An organisation's name reduced so that its spellings are one: "CHU de Lyon" is "chu lyon". */
export function organisationKey(name: string) {
  const words = fold(name)
    .replace(DOT_OF_ABBREVIATION, '')
    .split(/[^\p{L}\p{N}]+/u)
  const telling = words.filter(word => word && !SMALL_WORDS.has(word))
  return (telling.length > 0 ? telling : words).sort().join(' ')
}
