import { readCampaignFile } from '#lib/text/campaign-files.ts'
import type { ContentMistake } from './content-error.ts'
import type { Fault } from './faults.ts'

type Words = { [key: string]: Words | string | unknown[] }

/** So many missing sentences are named; a file that is copied half has hundreds. */
const MOST_NAMED = 5

/**
 * What is wrong with the words of the interface in a language. Every language has the keys of the authoritative one.
 */
export function messagesMistakes(
  root: string,
  language: string,
  authoritative: string,
): ContentMistake[] {
  const file = `locales/${language}.json`
  const parsed = parse(root, language)
  if ('fault' in parsed) return [{ file, ...parsed.fault }]
  const original = parse(root, authoritative)
  if ('fault' in original || language === authoritative) return []
  const present = new Set(keysOf(parsed.words))
  const missing = keysOf(original.words).filter(key => !present.has(key))
  const named = missing
    .slice(0, MOST_NAMED)
    .map((key): ContentMistake => ({ file, place: [key], code: 'missing' }))
  const others = missing.length - named.length
  return others > 0 ? [...named, { file, code: 'more-missing', values: { others } }] : named
}

/** The words, or what is wrong with their file. */
function parse(root: string, language: string): { words: Words } | { fault: Fault } {
  try {
    const words = JSON.parse(readCampaignFile(root, `locales/${language}.json`) ?? '')
    return isTree(words) ? { words } : { fault: { code: 'not-words' } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { fault: { code: 'not-json', values: { reason: reason.replace(/\s+/g, ' ') } } }
  }
}

/** Sentences, and lists as a whole: how many entries one has is the language's own matter. */
function keysOf(words: Words, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    isTree(value) ? keysOf(value, `${above}${key}.`) : [`${above}${key}`],
  )
}

function isTree(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
