import { readFileSync } from 'node:fs'
import { create } from 'fontkitten'
import { normalizeText } from '#lib/text/normalize-text.ts'
import { FALLBACK_FONTS, type PackFont, regularFile, SITE_FONTS } from './fonts.ts'

/** Tells whether every letter of a text can be set. */
export type Coverage = (text: string) => boolean

/** What takes no ink: spaces, marks of direction, joiners, choices among forms. */
const WITHOUT_INK = /[\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}]/gu

/**
 * Makes what tells whether the fonts of PDFs can set a text. As typst does, each letter with its marks must
 * be found whole in one font. Takes a second: for a process that makes packs.
 */
export function fontCoverage(): Coverage {
  // Names are set in one of the site's fonts, and what stands behind them in the other.
  const [one, ...others] = SITE_FONTS.map(charactersOf)
  const site = new Set([...(one ?? [])].filter(point => others.every(font => font.has(point))))
  const fonts = [site, ...FALLBACK_FONTS.map(charactersOf)]
  const inOneFont = (letter: string) => {
    const points = [...letter].map(one => one.codePointAt(0) ?? 0)
    return fonts.some(font => points.every(point => font.has(point)))
  }
  const known = new Map<string, boolean>()
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const canSet = (letter: string) => {
    const inked = letter.replace(WITHOUT_INK, '')
    const can =
      known.get(inked) ??
      (['NFC', 'NFD'] as const).some(form => inOneFont(normalizeText(inked, form)))
    known.set(inked, can)
    return can
  }
  return text => [...segmenter.segment(text)].every(({ segment }) => canSet(segment))
}

/** The code points of a font's regular style. */
function charactersOf(font: PackFont): Set<number> {
  const read = create(readFileSync(regularFile(font)))
  return new Set('characterSet' in read ? read.characterSet : [])
}
