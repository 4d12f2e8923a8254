/** Columns of a mail in plain text: what RFC 5322 (section 2.1.1) wants, and room to be quoted. */
export const TEXT_COLUMNS = 72

/**
 * Breaks a text at its spaces into lines of 72 columns at most; a longer word, such as an address,
 * has a line of its own. No-break spaces hold.
 * @param first what stands before the first line, such as the sign of a list.
 * @param rest what stands before the others.
 */
export function wrapped(text: string, first = '', rest = first) {
  const words = text.split(/[ \n]+/).filter(Boolean)
  const lines: string[] = []
  let line = first + (words.shift() ?? '')
  let width = widthOf(line)
  for (const word of words) {
    const more = widthOf(word)
    if (width + 1 + more <= TEXT_COLUMNS) {
      line += ` ${word}`
      width += 1 + more
    } else {
      lines.push(line)
      line = rest + word
      width = widthOf(rest) + more
    }
  }
  return [...lines, line].join('\n')
}

/** In characters, as a reader counts them. */
function widthOf(line: string) {
  return [...line].length
}
