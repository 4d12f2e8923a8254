import { normalizeText } from '#lib/text/normalize-text.ts'

/** The fragment that leads to a heading: its words in small letters, in any script, joined by hyphens. */
export function anchorOf(text: string) {
  return (
    normalizeText(text, 'NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('-')
}
