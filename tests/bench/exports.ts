import { statSync } from 'node:fs'
import { join } from 'node:path'
import { EXPORT_FORMATS } from '#lib/exports/formats/formats.ts'
import { signaturesToExport } from '#lib/exports/queries.ts'
import { inRounds, medians } from './rounds.ts'
import { runExport } from './run-export.ts'
import type { BenchSite } from './site.ts'
import { megabytes, type Row, whole } from './table.ts'

const ROUNDS = 3
const NOBODY = ['--since', '2100-01-01']

/** Where exports are measured: a database with so many confirmed signatures, and a folder that its server may write in. */
type Place = Pick<BenchSite, 'database' | 'databaseUrl' | 'folder'>

/**
 * Rows a second of `npm run export` and its memory above that of an export of nobody, in turn with
 * PostgreSQL's own COPY of the same query into a file.
 */
export async function measureExports(site: Place, signatures: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const format of EXPORT_FORMATS) {
    const results = await inRounds(ROUNDS, {
      copy: async () => ({ ...(await copy(site, signatures)), memory: 0 }),
      all: () => exportAll(site, format, signatures),
    })
    const [copied, { memory, ...all }] = [medians(results.copy), medians(results.all)]
    if (rows.length === 0) rows.push(['`COPY … TO` of the same query', formatted(copied)])
    const beside = `${(all.perSecond / copied.perSecond).toFixed(2)} of \`COPY\` in turn with it`
    rows.push([
      `export to ${format}`,
      `${formatted(all)}, ${beside}, ${megabytes(memory)} above idle`,
    ])
  }
  return rows
}

async function exportAll({ databaseUrl, folder }: Place, format: string, signatures: number) {
  const file = join(folder, `signatures.${format}`)
  const options = ['--format', format, '--output', file]
  const idle = await timed(() => runExport(databaseUrl, ...options, ...NOBODY))
  const all = await timed(() => runExport(databaseUrl, ...options))
  if (!all.result.stdout.startsWith(`${whole(signatures)} signatures written to ${file}.\n`)) {
    throw new Error(`The export to ${format} said: ${all.result.stdout}${all.result.stderr}`)
  }
  const seconds = all.seconds
  const memory = all.result.peakBytes - idle.result.peakBytes
  return { perSecond: signatures / seconds, seconds, bytes: statSync(file).size, memory }
}

async function copy({ database, folder }: Place, signatures: number) {
  const file = join(folder, 'signatures.copy')
  const { text } = signaturesToExport({ status: 'confirmed' })
  const query = text.replaceAll('$1', "'confirmed'")
  const { seconds } = await timed(() => database.run(`COPY (${query}) TO '${file}' (FORMAT csv)`))
  return { perSecond: signatures / seconds, seconds, bytes: statSync(file).size }
}

async function timed<Result>(work: () => Promise<Result>) {
  const startedAt = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - startedAt) / 1_000 }
}

function formatted({
  perSecond,
  seconds,
  bytes,
}: Record<'perSecond' | 'seconds' | 'bytes', number>) {
  return `${whole(perSecond)} rows/s (${seconds.toFixed(1)} s, ${megabytes(bytes)})`
}
