import { readFileSync } from 'node:fs'
import pg from 'pg'
import { beforeEach, expect, inject, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { withDatabaseName } from '#lib/database/connection-string.ts'
import { applyMigrations, missingMigration } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { isDatabaseReachable } from '#lib/database/ready.ts'
import { asOwner } from '../../support/database/database-owner.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

beforeEach(emptyDatabase)

test('the migrations lead exactly to schema.prisma', async () => {
  // Not in the template: PostgreSQL copies none that somebody is connected to.
  const url = withDatabaseName(inject('templateUrl'), 'postgres')
  expect(await missingMigration(url)).toBe('')
})

test('two instances that start at once on an empty database migrate it once', async () => {
  const { url, drop } = await emptyServerDatabase('twins')
  const applied = await Promise.all([applyMigrations(url), applyMigrations(url)])
  expect(applied.filter(names => names.length > 0)).toHaveLength(1)
  expect(await applyMigrations(url)).toEqual([])
  await drop()
})

test('an attempt that was killed does not forbid the next one', async () => {
  const { url, drop } = await emptyServerDatabase('survivor')
  const [first] = await applyMigrations(url)
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $1, $2)',
    ['killed', first],
  )
  await client.end()
  expect(await applyMigrations(url)).toEqual([])
  await drop()
})

test('a role that may not make tables is told which one could', async () => {
  const { url, drop } = await emptyServerDatabase('not_owned')
  const owner = new pg.Client(url)
  await owner.connect()
  await owner.query("CREATE ROLE no_owner LOGIN PASSWORD 's3cret'")
  const stranger = Object.assign(new URL(url), { username: 'no_owner', password: 's3cret' }).href
  const applying = applyMigrations(stranger)
  await expect(applying).rejects.toThrow(/no_owner:\*\*\*@.*DATABASE_MIGRATION_URL/)
  await expect(applying).rejects.not.toThrow('s3cret')
  await owner.query('DROP ROLE no_owner')
  await owner.end()
  await drop()
})

test('a server that would lose letters of names is refused, with what to do', async () => {
  const inLatin = "ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0"
  const { url, drop } = await emptyServerDatabase('latin', inLatin)
  await expect(openDatabase({ DATABASE_URL: url, DATA_FOLDER: '' })).rejects.toThrow(
    /DATABASE_URL .*LATIN1.*CREATE DATABASE/,
  )
  await drop()
})

test('the indexes written by hand are there', async () => {
  const rows = await database.$queryRaw<{ indexname: string }[]>`
    SELECT indexname FROM pg_indexes WHERE tablename = 'signature'`
  const names = rows.map(row => row.indexname)
  expect(names).toEqual(
    expect.arrayContaining(['signature_search', 'signature_public_list', 'signature_tally']),
  )
})

test('search finds letters of every script', async () => {
  const [row] = await database.$queryRaw<{ arabic: number; chinese: number; accented: string }[]>`
    SELECT cardinality(show_trgm('محمد')) AS arabic, cardinality(show_trgm('李')) AS chinese,
      lower('ÉΣ') AS accented`
  expect(row?.arabic).toBeGreaterThan(0)
  expect(row?.chinese).toBeGreaterThan(0)
  expect(row?.accented).toMatch(/^é[σς]$/)
})

test('a time is the same for the site and for a server in another zone', async () => {
  const [zone] = await asOwner<{ TimeZone: string }>('SHOW TimeZone')
  expect(zone?.TimeZone).toBe('Asia/Kathmandu')
  const noon = new Date('2020-05-26T12:00:00Z')
  const [time] = await database.$queryRaw<{ seconds: number; read: Date }[]>`
    SELECT extract(epoch FROM ${noon}::timestamptz)::float8 AS seconds,
      to_timestamp(${noon.getTime() / 1000}) AS read`
  expect(time).toEqual({ seconds: noon.getTime() / 1000, read: noon })
})

test('the database says that it can be reached', async () => {
  expect(await isDatabaseReachable()).toBe(true)
})

test('every model, field and enum of schema.prisma is explained by a /// line', () => {
  const lines = readFileSync('prisma/schema.prisma', 'utf8').split('\n')
  const models = lines.flatMap(line => line.match(/^model (\w+)/)?.[1] ?? [])
  const unexplained = lines.filter(
    (line, index) => needsExplanation(line, models) && !lines[index - 1]?.includes('///'),
  )
  expect(models).toContain('Signature')
  expect(unexplained).toEqual([])
})

// A field that leads to another model repeats what the field with its key says.
function needsExplanation(line: string, models: string[]) {
  const [, type] = line.match(/^ {2}[a-z]\w* +([A-Z]\w*)/) ?? []
  return /^(model|enum) /.test(line) || (type !== undefined && !models.includes(type))
}

async function emptyServerDatabase(name: string, options = '') {
  const client = new pg.Client(withDatabaseName(inject('templateUrl'), 'postgres'))
  await client.connect()
  await client.query(`CREATE DATABASE ${name} ${options}`)
  const drop = async () => {
    await client.query(`DROP DATABASE ${name}`)
    await client.end()
  }
  return { url: withDatabaseName(inject('templateUrl'), name), drop }
}
