import { normalizeText } from '#lib/normalize-text.ts'

/**
 * Text reduced for search: no case, no accents or other marks, single spaces for spaces and for
 * control characters (PostgreSQL refuses a text with U+0000).
 */
export function fold(text: string) {
  const plain = normalizeText(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** What the public list's search looks through for one signature. */
export function searchKey(signature: { name: string; organisation: string | null }) {
  return fold(`${signature.name} ${signature.organisation ?? ''}`)
}
