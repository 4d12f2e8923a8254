// A spreadsheet takes a cell for a formula when it starts with one of these, in either width
// (OWASP, "CSV Injection"); spaces, quotes, control characters and what nobody sees before it do not
// always protect.
const FORMULA = String.raw`[\s"'\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫]`

// A tab or a line break in front is dropped by some spreadsheets, with what follows read anew.
const STARTS_FORMULA = new RegExp(String.raw`^(?=[\t\r\n]|${FORMULA})`, 'u')

// Where programs cut a file, whatever it was written with: French Excel at semicolons, others at tabs, a
// careless one at commas within quotes, all of them at what ends a line. Each piece is then a cell.
const STARTS_FORMULA_WHEN_CUT = new RegExp(
  String.raw`(?<=[,;\t\r\n\v\f\u001c-\u001e\u0085\u2028\u2029])(?=${FORMULA})`,
  'gu',
)

/** The text with an apostrophe before it where a spreadsheet would run it as a formula. */
export function neutralise(text: string): string {
  return text.replace(STARTS_FORMULA, "'")
}

/** The same, also for the pieces that a program might cut a CSV cell into. */
export function neutraliseForCsv(text: string): string {
  return neutralise(text.replace(STARTS_FORMULA_WHEN_CUT, "'"))
}
