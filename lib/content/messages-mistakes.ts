import { readCampaignFile } from '#lib/text/campaign-files.ts'

type Words = { [key: string]: Words | string | unknown[] }

/** So many missing sentences are named; a file that is copied half has hundreds. */
const MOST_NAMED = 5

/**
 * What is wrong with the words of the interface in a language: a sentence for each mistake. Every language has the keys
 * of the authoritative one.
 */
export function messagesMistakes(root: string, language: string, authoritative: string): string[] {
  const file = `locales/${language}.json`
  const words = parse(root, language)
  if (typeof words === 'string') return [`${file}: ${words}`]
  const original = parse(root, authoritative)
  if (typeof original === 'string' || language === authoritative) return []
  const present = new Set(keysOf(words))
  const missing = keysOf(original).filter(key => !present.has(key))
  const named = missing.slice(0, MOST_NAMED).map(key => `${file}: ${key} is missing.`)
  const others = missing.length - named.length
  return others > 0 ? [...named, `${file}: so many more are missing: ${others}.`] : named
}

/** The words, or what is wrong with their file. */
function parse(root: string, language: string): Words | string {
  try {
    const words = JSON.parse(readCampaignFile(root, `locales/${language}.json`) ?? '')
    return isTree(words) ? words : 'it must hold words by their keys.'
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return `it is no JSON (${reason.replace(/\s+/g, ' ')}).`
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
