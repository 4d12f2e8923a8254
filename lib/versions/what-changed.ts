import { diffArrays } from 'diff'
import { languages, translatedLanguages } from '#lib/content/languages.ts'
import { normalisedText, type SignedText } from '#lib/content/letter-version.ts'
import { formatDay } from '#lib/text/messages.ts'

/** A run of words that both texts have, or one of them only. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

const PARAGRAPH_END = '\n\n'

/**
 * What changed from one text of the letter to another, word by word: paragraphs of pieces, those of
 * both texts together in reading order. It compares what is signed, so that no change can hide: the
 * words with their Markdown, title, addressee and date first.
 * @param language tells where words begin and end (UAX #29).
 */
export function whatChanged(before: SignedText, after: SignedText, language: string): Piece[][] {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  const changes = diffArrays(tokens(before, words), tokens(after, words))
  const paragraphs: Piece[][] = [[]]
  for (const { value, added, removed } of changes) {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    for (const [index, text] of value.join('').split(PARAGRAPH_END).entries()) {
      if (index > 0) paragraphs.push([])
      if (text !== '') paragraphs.at(-1)?.push({ kind, text })
    }
  }
  return paragraphs.map(joinCrumbs).filter(pieces => pieces.length > 0)
}

/**
 * The same for a page: the date, which is kept as 2020-05-26, is told in words of the text's language, or of another
 * where the site has that one no more.
 */
export function whatChangedForReaders(before: SignedText, after: SignedText, language: string) {
  const spoken = translatedLanguages().includes(language) ? language : (languages()[0] ?? language)
  const dated = (text: SignedText) => ({ ...text, date: formatDay(spoken, text.date) })
  return whatChanged(dated(before), dated(after), language)
}

function tokens(text: SignedText, words: Intl.Segmenter) {
  return normalisedText(text)
    .split(PARAGRAPH_END)
    .flatMap((paragraph, index) => [
      ...(index > 0 ? [PARAGRAPH_END] : []),
      ...Array.from(words.segment(paragraph), ({ segment }) => segment),
    ])
}

/** Words that changed one after the other read as one change, not as a word, a space, a word. */
function joinCrumbs(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  let change = { removed: '', added: '' }
  for (const [index, { kind, text }] of pieces.entries()) {
    const isCrumb =
      text.trim() === '' && index > 0 && (pieces[index + 1]?.kind ?? 'same') !== 'same'
    if (kind === 'same' && !isCrumb) {
      joined.push(...piecesOf(change), { kind, text })
      change = { removed: '', added: '' }
    } else {
      if (kind !== 'added') change.removed += text
      if (kind !== 'removed') change.added += text
    }
  }
  return [...joined, ...piecesOf(change)]
}

/** The spaces that both end with are no change. */
function piecesOf({ removed, added }: { removed: string; added: string }): Piece[] {
  const spaces = /\s*$/.exec(removed)?.[0] ?? ''
  const end = added.endsWith(spaces) ? spaces.length : 0
  const pieces: Piece[] = [
    { kind: 'removed', text: removed.slice(0, removed.length - end) },
    { kind: 'added', text: added.slice(0, added.length - end) },
    { kind: 'same', text: removed.slice(removed.length - end) },
  ]
  return pieces.filter(({ text }) => text !== '')
}
