import type { TableQuery } from '#lib/signatures/filters/filters.ts'
import { type Row, tenths } from './table.ts'

const ROUNDS = 5
const FAR_PAGE = 5_000

/** Searches that organisers make, with the index that is meant to answer each. */
const SEARCHES: Record<string, TableQuery> = {
  'no filter': {},
  'a name': { q: 'lefevre' },
  'the beginning of an address': { q: 'signatory.12@' },
  'a mail domain that nobody has': { domain: 'farm.example' },
  'held ones': { status: 'held' },
  'a country': { country: 'LB' },
  'messages to read': { status: 'confirmed', statement: 'waiting' },
}

/** The organisers' table on what is seeded: each search with its count, page 1 beside page 5,000, surges. */
export async function measureSignatureTable(): Promise<Row[]> {
  // Loaded here: they read DATABASE_URL, which is set only now.
  const { readPage, ROWS_PER_PAGE } = await import('#lib/moderation/list-signatures.ts')
  const { countSignatures } = await import('#lib/moderation/count-signatures.ts')
  const { readTrends } = await import('#lib/moderation/read-trends.ts')
  const rows: Row[] = []
  for (const [name, query] of Object.entries(SEARCHES)) {
    const page = await medianOf(() => readPage(query))
    const count = await medianOf(() => countSignatures(query))
    rows.push([`table, ${name}`, `page ${tenths(page)} ms, count ${tenths(count)} ms`])
  }
  const far = await cursorAt((FAR_PAGE - 1) * ROWS_PER_PAGE)
  if (far) {
    const [first, last] = [
      await medianOf(() => readPage({})),
      await medianOf(() => readPage({ after: far })),
    ]
    const ratio = tenths(last / first)
    rows.push([
      `table, page ${FAR_PAGE} beside page 1`,
      `${tenths(last)} ms, ${tenths(first)} ms: ${ratio} times`,
    ])
  }
  rows.push(['surges of the last hour and day', `${tenths(await medianOf(() => readTrends()))} ms`])
  return rows
}

async function cursorAt(place: number) {
  const { database } = await import('#lib/database/client.ts')
  const { writeCursor } = await import('#lib/signatures/list-cursor.ts')
  const [row] = await database.signature.findMany({
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    skip: place - 1,
    take: 1,
    select: { submittedAt: true, id: true },
  })
  return row && writeCursor({ at: row.submittedAt, id: row.id })
}

async function medianOf(work: () => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0
}
