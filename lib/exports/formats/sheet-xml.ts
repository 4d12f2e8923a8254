import { legalInXml } from '#lib/text/xml.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { type Cell, type ExportedRow, TIME_COLUMNS } from './columns.ts'
import { neutralise } from './neutralise.ts'

/** Excel refuses a workbook with a longer text. Counted in UTF-16 units. */
export const CHARACTERS_IN_A_CELL = 32_767

/** A workbook counts in days; this is the one of 1 January 1970. */
const DAY_OF_UNIX_EPOCH = 25_569

/** The style of times, by its place in styles.xml (workbook-parts.ts). */
const STYLE_OF_TIMES = 1

/** A column of a sheet: what stands between a cell's start and its row's number, and whether it holds times. */
export type Column = { name: string; head: string; letters: string; isTime: boolean }

/** The first row: the names of the columns. */
export function headerXml(columns: readonly Column[]) {
  return `<row r="1">${columns.map(({ letters, head }) => textXml(`${letters}1`, head)).join('')}</row>`
}

/** One row of a sheet. Rows count from 1. */
export function rowXml(row: ExportedRow, columns: readonly Column[], number: number) {
  let cells = ''
  for (const { name, letters, isTime } of columns) {
    const value = row[name] ?? null
    if (value !== null) cells += cellXml(letters + number, value, isTime)
  }
  return `<row r="${number}">${cells}</row>`
}

/** Widths of columns, in letters; of all others USUAL_WIDTH. */
const WIDTHS: Record<string, number> = {
  id: 38,
  name: 28,
  organisation: 34,
  role: 28,
  category: 20,
  country: 18,
  capacityNote: 30,
  website: 28,
  statement: 60,
  email: 34,
  submittedAt: 20,
  confirmedAt: 20,
  place: 28,
}
const USUAL_WIDTH = 14

/** How wide each column is (ECMA-376, part 1, 18.3.1.13). */
export function widthsXml(columns: readonly Column[]) {
  const widths = columns.map(({ name }, index) => {
    const width = WIDTHS[name] ?? USUAL_WIDTH
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return `<cols>${widths.join('')}</cols>`
}

/** Columns with the letters that a spreadsheet gives them. */
export function sheetColumns(names: readonly string[], heads = names): Column[] {
  return names.map((name, index) => ({
    name,
    head: heads[index] ?? name,
    letters: lettersOf(index),
    isTime: TIME_COLUMNS.includes(name),
  }))
}

function lettersOf(index: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}

function cellXml(place: string, value: NonNullable<Cell>, isTime: boolean) {
  if (typeof value === 'boolean') return textXml(place, value ? 'yes' : 'no')
  if (typeof value === 'string' && !isTime) return textXml(place, value)
  const moment = typeof value === 'string' ? Date.parse(value) : value.getTime()
  return `<c r="${place}" s="${STYLE_OF_TIMES}"><v>${moment / DAY_MS + DAY_OF_UNIX_EPOCH}</v></c>`
}

function textXml(place: string, text: string) {
  if (text.length <= CHARACTERS_IN_A_CELL && PLAIN.test(text)) {
    return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
  }
  const escaped = xmlEscape(spreadsheetText(text))
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`
}

/** A text that is written as it is: it begins with a letter or a digit that is seen, and XML knows nothing in it. */
const PLAIN =
  /^(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][^\p{Cc}\p{Cs}&<>_\ufffe\uffff]*(?<!\s)$/u

/** Text that a workbook may hold, and that shows exactly so. */
function spreadsheetText(text: string): string {
  return neutralise(legalInXml(text.replace(/\r\n?/g, '\n')))
    .replace(READ_AS_ESCAPE, '_x005F_')
    .slice(0, CHARACTERS_IN_A_CELL)
}

// Excel reads _x0041_ in a text as "A" (ECMA-376, part 1, 22.9.2.19).
const READ_AS_ESCAPE = /_(?=x[\dA-Fa-f]{4}_)/g

function xmlEscape(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
