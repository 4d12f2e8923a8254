/** What was measured, and the result, as words. */
export type Row = [measure: string, result: string]

export function markdownTable(rows: Row[]) {
  const lines = rows.map(([measure, result]) => `| ${measure} | ${result} |`)
  return ['| | |', '|---|---|', ...lines].join('\n')
}

/** 12,345 */
export function whole(number: number) {
  return Math.round(number).toLocaleString('en')
}

/** 12.3 */
export function tenths(number: number) {
  return number.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

/** Bytes as megabytes of a million. */
export function megabytes(bytes: number) {
  return `${whole(bytes / 1e6)} MB`
}

/** Bytes as kilobytes of a thousand. */
export function kilobytes(bytes: number) {
  return `${tenths(bytes / 1e3)} kB`
}
