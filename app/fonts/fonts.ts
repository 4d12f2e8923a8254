import localFont from 'next/font/local'

// Shown where they are there at the first paint, else from the next page on: no line ever breaks anew
// under a reader's eyes. Fallbacks of the same width cannot promise that, and phones lack the fonts
// that Next would stretch.

const letter = localFont({
  src: './brygada-1918.woff2',
  weight: '400 700',
  variable: '--font-letter',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
  fallback: ['Georgia', 'serif'],
})

// A family of its own: pages without a word in italics, such as the letter, do without its bytes.
const letterItalic = localFont({
  src: './brygada-1918-italic.woff2',
  weight: '400',
  style: 'italic',
  variable: '--font-letter-italic',
  display: 'optional',
  preload: false,
  adjustFontFallback: 'Times New Roman',
  fallback: ['Georgia', 'serif'],
})

// Latin Extended-A and Vietnamese: fetched only where a name on the page needs them. Next reads each
// declaration by itself, so none of it can stand in a constant.
const letterExtended = localFont({
  src: './brygada-1918-extended.woff2',
  weight: '400 700',
  variable: '--font-letter-extended',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+100-151, U+154-17F, U+218-21B' }],
})

const letterVietnamese = localFont({
  src: './brygada-1918-vietnamese.woff2',
  weight: '400 700',
  variable: '--font-letter-vietnamese',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+1A0-1A1, U+1AF-1B0, U+1EA0-1EF9' }],
})

const interfaceFont = localFont({
  src: './hanken-grotesk.woff2',
  weight: '400 700',
  variable: '--font-interface',
  display: 'optional',
  adjustFontFallback: 'Arial',
  fallback: ['system-ui', 'sans-serif'],
})

const interfaceExtended = localFont({
  src: './hanken-grotesk-extended.woff2',
  weight: '400 700',
  variable: '--font-interface-extended',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+100-151, U+154-17F, U+218-21B' }],
})

const interfaceVietnamese = localFont({
  src: './hanken-grotesk-vietnamese.woff2',
  weight: '400 700',
  variable: '--font-interface-vietnamese',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+1A0-1A1, U+1AF-1B0, U+1EA0-1EF9' }],
})

/** Class names for <html>: they define the fonts' custom properties. */
export const fontClasses = [
  letter,
  letterItalic,
  letterExtended,
  letterVietnamese,
  interfaceFont,
  interfaceExtended,
  interfaceVietnamese,
]
  .map(font => font.variable)
  .join(' ')
