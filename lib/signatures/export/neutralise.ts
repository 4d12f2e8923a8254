// A spreadsheet takes a cell for a formula when it starts with one of these, in either width
// (OWASP, "CSV Injection"); spaces and quotes before it do not always protect.
const FORMULA = String.raw`[\s"'\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]`

// A tab or a line break in front is dropped by some spreadsheets, with what follows read anew.
const STARTS_FORMULA = new RegExp(String.raw`^(?=[\t\r\n]|${FORMULA})`, 'u')

// Where the list separator is a semicolon, as in French Excel, a file with commas is cut at the
// semicolons and line breaks within a text: each piece then stands at the start of a cell.
const STARTS_FORMULA_WHEN_CUT = new RegExp(String.raw`(?<=[;\r\n])(?=${FORMULA})`, 'gu')

/** The text with an apostrophe before it where a spreadsheet would run it as a formula. */
export function neutralise(text: string): string {
  return text.replace(STARTS_FORMULA, "'")
}

/** The same, also for the pieces that a spreadsheet might cut a CSV cell into. */
export function neutraliseForCsv(text: string): string {
  return neutralise(text.replace(STARTS_FORMULA_WHEN_CUT, "'"))
}
