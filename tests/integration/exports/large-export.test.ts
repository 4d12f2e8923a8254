import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { exportSignatures } from '#lib/exports/formats/export-signatures.ts'
import { runExport, startExport } from '../../bench/run-export.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'

const CROWD = 100_000
/** Memory limit of the design: a hundred thousand signatures kept in memory would take twice that. */
const MEMORY_ABOVE_IDLE_BYTES = 150e6

const url = env.DATABASE_URL ?? ''
const folder = mkdtempSync(join(tmpdir(), 'open-letter-export-'))
const file = join(folder, 'signatures')

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, aCrowd(CROWD))
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await emptyDatabase()
})

test.each(['csv', 'json', 'xlsx'])(
  'a hundred thousand as %s need hardly more memory than none',
  async format => {
    const options = ['--format', format, '--output', file]
    const none = await runExport(url, ...options, '--since', '2100-01-01')
    const all = await runExport(url, ...options)
    expect(all.stdout).toContain(`100,000 signatures written to ${file}.\n`)
    expect(all.peakBytes - none.peakBytes).toBeLessThan(MEMORY_ABOVE_IDLE_BYTES)
    rmSync(file)
  },
)

test('Ctrl-C half-way: no half file, the organiser is told, and the audit log says so', async () => {
  const { child, run } = startExport(url, '--format', 'xlsx', '--output', file)
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 30_000 })
  child.kill('SIGINT')
  const { exitCode, stderr } = await run
  expect(stderr).toBe('Stopped: nothing was written.\n')
  expect(exitCode).toBe(130)
  expect(readdirSync(folder)).toEqual([])
  const [last] = await database.auditRecord.findMany({ orderBy: { sequence: 'desc' }, take: 1 })
  expect(last).toMatchObject({ kind: 'export-broken-off', rows: null, fileHash: null })
  expect(last?.details).toMatchObject({ from: 'command', format: 'xlsx', columns: 'all' })
})

test('no room for the file: a sentence, and no half file', () => {
  const limit = `ulimit -f 100; exec "$0" bin/export.ts --format csv --output '${file}'`
  const { status, stderr } = spawnSync('sh', ['-c', limit, process.execPath], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  })
  expect(stderr).toContain(`${file} cannot be written: files may not be as large as this.`)
  expect(status).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('who signs while it runs is not in it: all rows are of one moment', async () => {
  let written = ''
  const output = new Writable({
    async write(chunk, _encoding, done) {
      if (written === '') await insertSignatures(database, [aSignature({ name: 'Latecomer' })])
      written += chunk
      done()
    },
  })
  const filters = { since: new Date('2026-05-26T00:00:00Z') }
  const { signatures } = await exportSignatures({ database: url, format: 'json', filters, output })
  expect(signatures).toBe(CROWD)
  expect(written).not.toContain('Latecomer')
})

test('a reader that stops reading stops the export, and frees its connection', async () => {
  let reads = 0
  const output = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      reads += 1
      done(reads === 3 ? new Error('The reader went away.') : undefined)
    },
  })
  const filters = {}
  const running = exportSignatures({ database: url, format: 'csv', filters, output })
  await expect(running).rejects.toThrow('The reader went away.')
  await vi.waitFor(async () => expect(await connectionsOfExports()).toBe(0))
})

async function connectionsOfExports() {
  const [found] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE application_name = 'open-letter export' AND datname = current_database()`
  return found?.count
}
