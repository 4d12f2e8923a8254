import { fold } from '#lib/text/search-key.ts'
import type { ColumnMap, PaperField } from './columns.ts'
import { headReader } from './guess-columns.ts'

/** What a line of a list is that is no person: it is shown as such, and never counted. */
export type Remark = 'heading' | 'total' | 'note' | 'empty'

/** Fields of which one at least is filled where a line is somebody. */
const OF_SOMEBODY: ReadonlySet<PaperField | ''> = new Set([
  'name',
  'firstName',
  'lastName',
  'email',
  'organisation',
  'role',
])

const LETTER = /\p{L}/u
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u

/** Makes what tells whether a line of a list is a person, right or wrong (null), or what else it is. */
export function remarkReader(
  header: string[],
  columns: ColumnMap,
): (cells: string[]) => Remark | null {
  const isHeading = headingReader(header, columns)
  return cells => {
    const filled = cells.filter(cell => LETTER_OR_NUMBER.test(cell))
    if (filled.some(cell => cell.includes('@'))) return null
    if (isHeading(cells)) return 'heading'
    if (isTotal(filled)) return 'total'
    const ofSomebody = cells.filter((_, at) => OF_SOMEBODY.has(columns[at] ?? ''))
    if (!ofSomebody.some(cell => LETTER_OR_NUMBER.test(cell))) return 'empty'
    if (!ofSomebody.some(cell => LETTER.test(cell))) return 'note'
    return filled.length === 1 && isNote(filled[0] ?? '') ? 'note' : null
  }
}

/** Whether a line repeats the heads, in the same words or in others for the same. */
function headingReader(header: string[], columns: ColumnMap) {
  const readHead = headReader()
  const heads = header.map(fold)
  const isHead = (cell: string, at: number) =>
    fold(cell) === heads[at] || readHead(cell, true) === columns[at]
  return (cells: string[]) => {
    const filled = cells.flatMap((cell, at) => (cell === '' ? [] : [{ cell, at }]))
    const namesSomebody = filled.some(({ at }) => /name/i.test(columns[at] ?? ''))
    return namesSomebody && filled.every(({ cell, at }) => isHead(cell, at))
  }
}

/** What begins a line that sums up, folded, and what else such a line may hold. */
const TOTALS = wordSet(
  'total totaux totale totaal gesamt summe somme sum suma subtotal soustotal zwischensumme итого всего المجموع 合计 合計',
)
const COUNTED = wordSet(
  'signature signatures signataire signataires signatory signatories personne personnes person people ' +
    'persons nom noms name names ligne lignes row rows line lines',
)
const OF_TOTALS = wordSet(
  'general generale grand sous sub partiel partial overall page pages feuille feuilles sheet sheets ' +
    'nombre number count de des du d of the la le les l',
)

function isTotal([first = '', ...others]: string[]) {
  const words = wordsOf(first)
  const all = [...words, ...others.flatMap(wordsOf)]
  if (
    !all.every(word => isNumber(word) || [TOTALS, COUNTED, OF_TOTALS].some(set => set.has(word)))
  ) {
    return false
  }
  return words.some(word => TOTALS.has(word)) || (all.some(isNumber) && all.some(isCounted))
}

const isNumber = (word: string) => /^\p{N}+$/u.test(word)
const isCounted = (word: string) => COUNTED.has(word)

/** "Note: …", "* …", "Page 2", a sentence. */
const NOTES = [
  /^\s*[*#(→]/u,
  /^\s*(note|nota|nb|n\.\s?b\.|ps|remarques?|comments?|commentaires?|sources?|date|lieu|place|listes?|lists?)\s*:/iu,
  /^\s*(page|feuille|feuillet|sheet|blatt|hoja|p\.)\s*\d+/iu,
  /^\s*(fin|end|suite|continued)(\s+(de la|de|of the|of)\s+(liste?|feuille|sheet))?\s*\.?$/iu,
]

/** No name has so many words, but a sentence does. */
const FEWEST_WORDS_OF_A_SENTENCE = 9

function isNote(text: string) {
  return NOTES.some(note => note.test(text)) || wordsOf(text).length >= FEWEST_WORDS_OF_A_SENTENCE
}

function wordsOf(text: string) {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
