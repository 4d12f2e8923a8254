import pg from 'pg'
import type { OpenDatabase } from '#lib/database/open-database.ts'
import { OVERVIEW_QUERIES } from '#lib/overview/queries.ts'
import { type Row, whole } from './table.ts'

type Explained = { 'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }] }
type PlanNode = { 'Node Type': string; 'Index Name'?: string; Plans?: PlanNode[] }

const ROUNDS = 3

/** Explains each query of the overview on what is seeded, and times a whole count and what waits. */
export async function measureOverview({ url }: OpenDatabase): Promise<Row[]> {
  // Loaded here: they read DATABASE_URL, which is set only now.
  const { countMetrics, parametersAt } = await import('#lib/overview/count-metrics.ts')
  const { readWaiting } = await import('#lib/overview/read-waiting.ts')
  const { readMetrics } = await import('#lib/overview/read-metrics.ts')
  const client = new pg.Client(url)
  await client.connect()
  try {
    const parameters = parametersAt(new Date())
    const rows: Row[] = []
    for (const name of Object.keys(OVERVIEW_QUERIES) as (keyof typeof OVERVIEW_QUERIES)[]) {
      rows.push(await explain(client, name, parameters[name]))
    }
    return [
      ...rows,
      ['all figures, counted at one moment', await medianOf(() => countMetrics())],
      ['what waits', await medianOf(() => readWaiting())],
      ['figures for a page, while they are counted again', await medianOf(() => readMetrics())],
    ]
  } finally {
    await client.end()
  }
}

async function explain(
  client: pg.Client,
  name: keyof typeof OVERVIEW_QUERIES,
  parameters: unknown[],
): Promise<Row> {
  const text = `EXPLAIN (ANALYZE, FORMAT JSON) ${OVERVIEW_QUERIES[name]}`
  await client.query(text, parameters)
  const { rows } = await client.query<Explained>(text, parameters)
  const [explained] = rows[0]?.['QUERY PLAN'] ?? []
  const scans = explained ? scansOf(explained.Plan) : []
  return [`\`${name}\``, `${whole(explained?.['Execution Time'] ?? 0)} ms: ${scans.join(', ')}`]
}

function scansOf(node: PlanNode): string[] {
  const isTable =
    /Scan$/.test(node['Node Type']) && !/(Function|CTE|Subquery)/.test(node['Node Type'])
  const own = isTable ? [[node['Node Type'], node['Index Name']].filter(Boolean).join(' ')] : []
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}

async function medianOf(work: () => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return `${whole(times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0)} ms`
}
