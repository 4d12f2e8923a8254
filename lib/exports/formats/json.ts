import type { ExportedRow } from './columns.ts'

/** One array, one signature on each line; texts exactly as they were typed. */
export async function* json(batches: AsyncIterable<ExportedRow[]>): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const batch of batches) {
    yield separator + batch.map(signature => JSON.stringify(signature)).join(',\n')
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}
