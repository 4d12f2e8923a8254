/** What a button of the toolbar makes of the words that are marked. */
export type Mark = 'bold' | 'italic' | 'link' | 'heading' | 'list' | 'quote'

/** Around the marked words, where they are marked within their line. */
const AROUND: Partial<Record<Mark, [before: string, after: string]>> = {
  bold: ['**', '**'],
  italic: ['*', '*'],
  link: ['[', '](https://)'],
}

/** Before each line that is touched. */
const BEFORE_LINE: Partial<Record<Mark, string>> = { heading: '## ', list: '- ', quote: '> ' }

export type Replacement = {
  /** The part of the text that is replaced. */
  start: number
  end: number
  text: string
  /** What is marked afterwards, so that the next keys go there. */
  selectionStart: number
  selectionEnd: number
}

/** What a mark makes of the selection of a text in Markdown; taken away again where it is there already. */
export function applyMark(value: string, from: number, to: number, mark: Mark): Replacement {
  const around = AROUND[mark]
  return around ? wrap(value, from, to, around) : prefix(value, from, to, BEFORE_LINE[mark] ?? '')
}

function wrap(value: string, from: number, to: number, [before, after]: [string, string]) {
  // Markdown knows no mark whose inside begins or ends with a space.
  const words = value.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = Math.max(start, to - (words.length - words.trimEnd().length))
  const inside = value.slice(start, end)
  const isThere = value.slice(0, start).endsWith(before) && value.slice(end).startsWith(after)
  if (isThere) {
    const outer = start - before.length
    return {
      start: outer,
      end: end + after.length,
      text: inside,
      selectionStart: outer,
      selectionEnd: outer + inside.length,
    }
  }
  const selectionStart = start + before.length
  const text = before + inside + after
  return { start, end, text, selectionStart, selectionEnd: selectionStart + inside.length }
}

function prefix(value: string, from: number, to: number, mark: string) {
  const start = value.lastIndexOf('\n', from - 1) + 1
  const lineEnd = value.indexOf('\n', to)
  const end = lineEnd === -1 ? value.length : lineEnd
  const lines = value.slice(start, end).split('\n')
  const isThere = lines.every(line => line.startsWith(mark))
  const text = lines.map(line => (isThere ? line.slice(mark.length) : mark + line)).join('\n')
  return { start, end, text, selectionStart: start, selectionEnd: start + text.length }
}
