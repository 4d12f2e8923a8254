import localFont from 'next/font/local'

const letter = localFont({
  src: [
    { path: './brygada-1918.woff2', weight: '400 700', style: 'normal' },
    { path: './brygada-1918-italic.woff2', weight: '400', style: 'italic' },
  ],
  variable: '--font-letter',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
  fallback: ['Georgia', 'serif'],
})

// Latin Extended-A and Vietnamese: fetched only where a name on the page needs them.
const letterExtended = localFont({
  src: './brygada-1918-extended.woff2',
  weight: '400 700',
  variable: '--font-letter-extended',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+100-151, U+154-17F, U+218-21B' }],
})

const letterVietnamese = localFont({
  src: './brygada-1918-vietnamese.woff2',
  weight: '400 700',
  variable: '--font-letter-vietnamese',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+1A0-1A1, U+1AF-1B0, U+1EA0-1EF9' }],
})

const interfaceFont = localFont({
  src: './hanken-grotesk.woff2',
  weight: '400 700',
  variable: '--font-interface',
  display: 'swap',
  adjustFontFallback: 'Arial',
  fallback: ['system-ui', 'sans-serif'],
})

/** Class names for <html>: they define the fonts' custom properties. */
export const fontClasses = [letter, letterExtended, letterVietnamese, interfaceFont]
  .map(font => font.variable)
  .join(' ')
