import { LONGEST_TAG } from '#lib/signatures/referrer.ts'
import { normalizeText } from '#lib/text/normalize-text.ts'

/**
 * The tag of a link (`?from=`) by the name that somebody gives it: small Latin letters, digits and hyphens. Null where
 * nothing of a name is left.
 */
export function tagOf(name: string) {
  const folded = normalizeText(name, 'NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words =
    folded
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, LONGEST_TAG).replace(/-$/, '') || null
}
