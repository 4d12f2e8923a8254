import { z } from 'zod'
import { normalizeText } from '#lib/text/normalize-text.ts'

const SLUG = /^(\d{4}-\d{2}-\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The longest that is asked for at all, in characters. */
const LONGEST_SLUG = 100

/** Enough words to know by, in characters: addresses are read aloud and printed. */
const LONGEST_WORDS = 60

/** The day that an address of news begins with, ISO 8601; null for what is no such address. */
export function dayOfSlug(slug: string) {
  const day = slug.length <= LONGEST_SLUG ? SLUG.exec(slug)?.[1] : undefined
  return z.iso.date().safeParse(day).data ?? null
}

/**
 * The address of news of a day: its title in small Latin letters without accents. A title in another
 * script leaves nothing of it; then it is called `news`.
 */
export function slugOf(day: string, title: string) {
  const folded = normalizeText(title, 'NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words =
    folded
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .match(/[a-z0-9]+/g) ?? []
  const kept = words.reduce((slug, word) => {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LONGEST_WORDS)
    return longer.length <= LONGEST_WORDS ? longer : slug
  }, '')
  return `${day}-${kept || 'news'}`
}
