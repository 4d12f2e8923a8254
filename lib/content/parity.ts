import { align } from './alignment.ts'
import type { Block } from './blocks.ts'
import { type OutlineEntry, outline } from './outline.ts'

const WORDS_QUOTED = 5

type ParallelText = { file: string; blocks: Block[] }

/**
 * Compares a translation with the authoritative text, block for block.
 * @returns one sentence for each block that one of the two lacks; none when they are parallel.
 */
export function parityMistakes(authoritative: ParallelText, translation: ParallelText): string[] {
  const pairs = align(outline(authoritative.blocks), outline(translation.blocks))
  return pairs.flatMap(([original, translated]) => {
    if (original && translated) return []
    if (original) return [missing(original, translation.file, authoritative.file)]
    return translated ? [missing(translated, authoritative.file, translation.file)] : []
  })
}

function missing({ kind, number, text }: OutlineEntry, lacking: string, having: string) {
  return `${lacking}: ${kind} ${number} is missing: ${having} has it and begins “${opening(text)}”.`
}

function opening(text: string) {
  const words = text.trim().split(/\s+/)
  return words.length > WORDS_QUOTED
    ? `${words.slice(0, WORDS_QUOTED).join(' ')}…`
    : words.join(' ')
}
