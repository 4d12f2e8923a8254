import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMessages } from '#lib/text/messages.ts'
import { startStoppableDatabase } from '../../support/database/stoppable-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { CAMILLE_TYPES, newVisitor, signByForm } from '../../support/site/signing-over-http.ts'

/** What waits for a silent database waits at least so long (lib/database/outage.ts): who is sooner did not. */
const GIVEN_UP_AFTER_MS = 3_000

/** Twice what is promised (lib/database/time-limits.ts), for a busy machine. */
const REFUSED_WITHIN_MS = 10_000

let database: Awaited<ReturnType<typeof startStoppableDatabase>>
let site: RunningSite
let client: pg.Client

beforeAll(async () => {
  database = await startStoppableDatabase()
  client = new pg.Client(database.url)
  client.on('error', () => undefined)
  await client.connect()
  await insertConfirmed('Camille Roux')
  const settings = { DATABASE_URL: database.applicationUrl, LOG_FORMAT: 'json' }
  site = await startRunningSite(settings, 'primary')
})
afterAll(async () => {
  await site.stop()
  await database.remove()
})

function insertConfirmed(name: string) {
  const signature = aSignature({ name, email: `${name.split(' ')[0]}@example.org` })
  const run = async (sql: string, ...values: unknown[]) =>
    (await client.query(sql, values)).rowCount ?? 0
  return insertSignatures({ $executeRawUnsafe: run }, [signature])
}

/** An answer, and after how many milliseconds it came. */
async function timed(path: string, how: Parameters<RunningSite['ask']>[1] = {}) {
  const begin = performance.now()
  const answer = await site.ask(path, how)
  return { ...answer, ms: performance.now() - begin }
}

const signJson = (email: string) =>
  timed('/api/signatures', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...newVisitor() },
    body: JSON.stringify({ name: 'Lucie Martin', email, consent: true }),
  })

describe('the processes of the database are stopped, not ended', () => {
  test('before, all is well, and the site knows its tally', async () => {
    expect((await timed('/fr')).body).toContain('Camille Roux')
    expect(JSON.parse((await timed('/api/tally')).body)).toMatchObject({ signatures: 1 })
    expect((await timed('/api/health')).status).toBe(200)
  })

  test('forty read and four sign at the moment it hangs: nobody waits', async () => {
    database.hang()
    const [signed, ...read] = await Promise.all([
      Promise.all(['a', 'b', 'c', 'd'].map(name => signJson(`${name}@example.org`))),
      ...Array.from({ length: 20 }, () => timed('/fr')),
      ...Array.from({ length: 20 }, () => timed('/api/tally')),
    ])
    expect(read.map(({ status }) => status)).toEqual(Array(40).fill(200))
    expect(Math.max(...read.map(({ ms }) => ms))).toBeLessThan(GIVEN_UP_AFTER_MS)
    expect(signed.map(({ status }) => status)).toEqual(Array(4).fill(503))
    expect(signed.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true)
    expect(Math.max(...signed.map(({ ms }) => ms))).toBeLessThan(REFUSED_WITHIN_MS)
  })

  test('the letter is whole, the tally is what was known, health says so', async () => {
    const [letter, english, tally, health] = await Promise.all(
      ['/fr', '/en', '/api/tally', '/api/health'].map(path => timed(path)),
    )
    expect([letter?.status, english?.status]).toEqual([200, 200])
    expect(letter?.body).toContain('Camille Roux')
    expect(JSON.parse(tally?.body ?? '')).toMatchObject({ signatures: 1 })
    expect(health).toMatchObject({ status: 503, body: '{"status":"unavailable"}' })
    for (const { ms } of [letter, english, tally].flatMap(answer => answer ?? [])) {
      expect(ms).toBeLessThan(GIVEN_UP_AFTER_MS)
    }
    expect(health?.ms).toBeLessThan(GIVEN_UP_AFTER_MS)
  })

  test('the list says at once that it cannot be read', async () => {
    const [page, json] = await Promise.all([timed('/fr/signatories'), timed('/api/signatories')])
    expect(Math.max(page.ms, json.ms)).toBeLessThan(GIVEN_UP_AFTER_MS)
    expect(json.status).toBe(503)
  })

  test('Lucie’s form keeps what she typed, and tells her so in her language', async () => {
    const begin = performance.now()
    const { body } = await signByForm(site, { ...CAMILLE_TYPES, email: 'lucie@example.org' })
    expect(performance.now() - begin).toBeLessThan(REFUSED_WITHIN_MS)
    expect(body).toContain('value="lucie@example.org"')
    expect(body).toContain(`>${readMessages('fr').form.formErrors.unavailable}<`)
  })

  test('all goes on by itself, with nothing half done', async () => {
    database.goOn()
    await expect.poll(async () => (await site.ask('/api/health')).status).toBe(200)
    await expect.poll(async () => (await signJson('idris@example.org')).status).toBe(202)
    await insertConfirmed('Amina Diop')
    const tally = async () => JSON.parse((await site.ask('/api/tally')).body).signatures
    await expect.poll(tally).toBe(2)
    await expect.poll(async () => (await site.ask('/fr')).body).toContain('Amina Diop')
    const open = await client.query(
      `SELECT FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND now() - state_change > '2 s'`,
    )
    expect(open.rowCount).toBe(0)
    expect(site.isAlive()).toBe(true)
  })

  test('the log tells of it, each line by itself', () => {
    const lines = site.complaints().trim().split('\n')
    const told = lines.map(line => JSON.parse(line))
    expect(told.map(({ event }) => event)).toContain('database-unavailable')
    expect(told.every(({ time, level }) => Date.parse(time) > 0 && level === 'error')).toBe(true)
  })
})

describe('the database takes no more connections, and ends those of the site', () => {
  const takers: pg.Client[] = []

  test('who reads is told what was known; who signs is told to come back', async () => {
    await site.ask('/fr')
    await takeEveryConnection()
    const [letter, tally, health, signed] = await Promise.all([
      timed('/fr'),
      timed('/api/tally'),
      timed('/api/health'),
      signJson('karim@example.org'),
    ])
    expect([letter.status, tally.status, health.status, signed.status]).toEqual([
      200, 200, 503, 503,
    ])
    expect(letter.body).toContain('Camille Roux')
    expect(JSON.parse(tally.body)).toMatchObject({ signatures: 2 })
    expect(Math.max(letter.ms, tally.ms)).toBeLessThan(GIVEN_UP_AFTER_MS)
    expect(health.ms).toBeLessThan(GIVEN_UP_AFTER_MS)
    expect(signed.ms).toBeLessThan(REFUSED_WITHIN_MS)
  })

  test('and all goes on once there is room', async () => {
    await Promise.all(takers.map(taker => taker.end()))
    await expect.poll(async () => (await signJson('karim@example.org')).status).toBe(202)
    await expect.poll(async () => (await site.ask('/api/health')).status).toBe(200)
  })

  async function takeEveryConnection() {
    for (;;) {
      const taker = new pg.Client(database.applicationUrl)
      taker.on('error', () => undefined)
      const isIn = await taker.connect().then(
        () => true,
        () => false,
      )
      if (isIn) takers.push(taker)
      else if (!(await endConnectionsOfSite())) return
    }
  }

  async function endConnectionsOfSite() {
    const own = takers.map(taker => (taker as pg.Client & { processID: number }).processID)
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND NOT pid = ANY ($1)`,
      [own],
    )
    return (rowCount ?? 0) > 0
  }
})

describe('the database is gone', () => {
  test('nobody who reads notices, who signs hears it at once, and all goes on with it', async () => {
    await site.ask('/fr')
    await client.end()
    database.kill()
    const [letter, tally, health, signed] = await Promise.all([
      timed('/fr'),
      timed('/api/tally'),
      timed('/api/health'),
      signJson('noor@example.org'),
    ])
    expect([letter.status, tally.status, health.status, signed.status]).toEqual([
      200, 200, 503, 503,
    ])
    expect(letter.body).toContain('Camille Roux')
    expect(Math.max(letter.ms, tally.ms)).toBeLessThan(GIVEN_UP_AFTER_MS)
    await expect.poll(() => database.restart()).toBe(true)
    await expect.poll(async () => (await signJson('noor@example.org')).status).toBe(202)
    expect(site.isAlive()).toBe(true)
  })
})
