// XML 1.0, production 2 (Char): what is not a Char.
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text without what no XML document may hold, such as the line breaks of slides (U+000B). */
export function legalInXml(text: string) {
  return text.replace(ILLEGAL, '')
}
