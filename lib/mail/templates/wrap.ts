/** Columns of a mail in plain text: what RFC 5322 (section 2.1.1) wants, and room to be quoted. */
export const TEXT_COLUMNS = 72

/**
 * Breaks a text at its spaces into lines of 72 columns at most; a longer word, such as an address,
 * has a line of its own. No-break spaces hold.
 * @param first what stands before the first line, such as the sign of a list.
 * @param rest what stands before the others.
 */
export function wrapped(text: string, first = '', rest = first) {
  const lines: string[] = []
  let line = first
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const start = lines.length === 0 ? first : rest
    const longer = line === start ? line + word : `${line} ${word}`
    if (widthOf(longer) <= TEXT_COLUMNS || line === start) {
      line = longer
    } else {
      lines.push(line)
      line = rest + word
    }
  }
  return [...lines, line].join('\n')
}

/** In characters, as a reader counts them. */
function widthOf(line: string) {
  return [...line].length
}
