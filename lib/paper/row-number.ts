import { z } from 'zod'

const rowNumber = z.coerce.number().pipe(z.int32().positive())

/** The number of a row as a form or an address says it; null for what no row has. */
export function readRowNumber(said: unknown) {
  return rowNumber.safeParse(said).data ?? null
}
