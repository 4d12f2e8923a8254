import { database } from '#lib/database/client.ts'
import { readRowNumber } from './row-number.ts'

/**
 * Ticks likely duplicates for import, and unticks the others shown.
 * @param shown numbers of rows as the form says them, as those of `ticked` are
 */
export async function tickRows(batchId: string, shown: unknown[], ticked: unknown[]) {
  const isTicked = { batchId, state: 'likely_duplicate', batch: { status: 'checked' } } as const
  const seen = numbersIn(shown)
  const chosen = new Set(numbersIn(ticked))
  const wanted = seen.filter(number => chosen.has(number))
  await database.$transaction([
    database.paperRow.updateMany({
      where: { ...isTicked, number: { in: seen } },
      data: { isTicked: false },
    }),
    database.paperRow.updateMany({
      where: { ...isTicked, number: { in: wanted } },
      data: { isTicked: true },
    }),
  ])
}

function numbersIn(said: unknown[]) {
  return said.flatMap(one => readRowNumber(one) ?? [])
}
