const WORD_IN_CAMEL_CASE = /[A-Z]/g
const WORD_IN_SNAKE_CASE = /_([a-z])/g

/** The column of a field of schema.prisma: `confirmedAt` stands in `confirmed_at`. */
export function columnName(field: string) {
  return field.replace(WORD_IN_CAMEL_CASE, letter => `_${letter.toLowerCase()}`)
}

/**
 * Rows of hand-written SQL with their columns named as the fields of schema.prisma: `confirmed_at` is
 * `confirmedAt`. Values are left alone, JSON among them. All rows have the columns of the first one, in its order, as
 * those of one query do.
 */
export function withFieldNames<Row extends object>(rows: readonly object[]): Row[] {
  return toFields(
    Object.keys(rows[0] ?? {}),
    rows.map(row => Object.values(row)),
  )
}

/** The same for rows that the driver gives as lists of values: as fast as its own objects. */
export function toFields<Row extends object>(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Row[] {
  const fields = columns.map(fieldName)
  // A copy has room for all fields at once; an object that grows by each is moved again and again.
  const empty: Record<string, unknown> = Object.fromEntries(fields.map(field => [field, null]))
  return rows.map(values => {
    const row = { ...empty }
    for (let index = 0; index < fields.length; index += 1) row[fields[index] ?? ''] = values[index]
    return row as Row
  })
}

function fieldName(column: string) {
  return column.replace(WORD_IN_SNAKE_CASE, (_, letter: string) => letter.toUpperCase())
}

/** An object whose fields are named as columns are, for `jsonb_to_recordset` of hand-written SQL. */
export function asColumnNames(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [columnName(field), value]),
  )
}
