/**
 * What could end a line, move the cursor, or turn the order of letters: control characters, the
 * separators of lines, bidirectional marks, half pairs.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * A text as one line that shows all that is in it: what could forge another line stands as its escape of
 * JSON (RFC 8259, section 7), such as \u000a. Within a line of JSON it stays the same text.
 */
export function oneLine(text: string) {
  return text.replace(UNSAFE, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
