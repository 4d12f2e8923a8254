import { align } from './alignment.ts'
import type { Block } from './blocks.ts'
import type { ContentMistake } from './content-error.ts'
import { type OutlineEntry, outline } from './outline.ts'

const WORDS_QUOTED = 5

type ParallelText = { file: string; blocks: Block[] }

/**
 * Compares a translation with the authoritative text, block for block.
 * @returns a mistake for each block that one of the two lacks; none when they are parallel.
 */
export function parityMistakes(
  authoritative: ParallelText,
  translation: ParallelText,
): ContentMistake[] {
  const pairs = align(outline(authoritative.blocks), outline(translation.blocks))
  return pairs.flatMap(([original, translated]) => {
    if (original && translated) return []
    if (original) return [missing(original, translation.file, authoritative.file)]
    return translated ? [missing(translated, authoritative.file, translation.file)] : []
  })
}

function missing(
  { kind, number, text }: OutlineEntry,
  lacking: string,
  having: string,
): ContentMistake {
  // The outermost says what a reader sees: a paragraph of a list is an entry of it.
  const [block = ''] = kind.split(' ')
  const values = { name: kind, block, number, having, opening: opening(text) }
  return { file: lacking, code: 'block-missing', values }
}

function opening(text: string) {
  const words = text.trim().split(/\s+/)
  return words.length > WORDS_QUOTED
    ? `${words.slice(0, WORDS_QUOTED).join(' ')}…`
    : words.join(' ')
}
