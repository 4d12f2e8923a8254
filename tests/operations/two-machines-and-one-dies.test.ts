import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations } from '#lib/database/migrations.ts'
import { startFakeResend } from '../support/fakes/fake-resend.ts'
import { askAt, startCrowd } from '../support/operations/crowd.ts'
import {
  type Postgres,
  promote,
  startBalancer,
  startPooler,
  startPostgres,
  startStandby,
} from '../support/operations/servers.ts'
import { type RunningSite, startRunningSite } from '../support/site/running-site.ts'

const SOME_HAVE_SIGNED = 60
const READERS = 20

/** What waits for a silent database waits at least so long (lib/database/outage.ts): who is sooner did not. */
const READ_WITHIN_MS = 3_000
/** Twice what is promised, for a busy machine. */
const REFUSED_WITHIN_MS = 12_000

const PATIENCE = { timeout: 120_000, interval: 100 }
/** A batch of mails whose machine was killed, or lost its database, is sent by another one after its lease. */
const AFTER_LEASES = { timeout: 330_000, interval: 500 }

let folder: string
let primary: Postgres
let pooler: Awaited<ReturnType<typeof startPooler>>
let balancer: Awaited<ReturnType<typeof startBalancer>>
let resend: Awaited<ReturnType<typeof startFakeResend>>
let machines: RunningSite[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-letter-operations-'))
  await chmod(folder, 0o755)
  primary = await startPostgres(join(folder, 'primary'))
  await applyMigrations(primary.url)
  pooler = await startPooler(join(folder, 'pooler'), primary)
  resend = await startFakeResend()
  machines = [await startMachine(), await startMachine()]
  balancer = await startBalancer(join(folder, 'nginx'), machines.map(portOf))
})

afterAll(async () => {
  await Promise.all(machines.map(machine => machine.isAlive() && machine.stop()))
  await Promise.all([balancer.stop(), resend.stop(), pooler.stop(), primary.server.kill()])
  rmSync(folder, { recursive: true })
})

test('one of two machines is killed while people sign: whoever was told so has signed, and has one mail', async () => {
  const crowd = startCrowd(balancer.port, 'killed')
  await expect.poll(() => crowd.told.length, PATIENCE).toBeGreaterThan(SOME_HAVE_SIGNED)
  const before = crowd.told.length
  await machines[0]?.kill()
  await expect.poll(() => crowd.told.length, PATIENCE).toBeGreaterThan(before + SOME_HAVE_SIGNED)
  await crowd.end()
  await expectEachSignedOnce(primary, crowd.told)
  machines[0] = await startMachine()
  expect((await askAt(balancer.port, '/api/health')).status).toBe(200)
})

test('the pooler hangs: readers are answered at once, others within seconds, and all goes on by itself', async () => {
  await Promise.all(Array.from({ length: READERS }, () => askAt(balancer.port, '/fr')))
  pooler.hang()
  const begin = performance.now()
  const read = await Promise.all(Array.from({ length: READERS }, () => askAt(balancer.port, '/fr')))
  expect(read.map(({ status }) => status)).toEqual(Array(READERS).fill(200))
  expect(performance.now() - begin).toBeLessThan(READ_WITHIN_MS)
  const json = { name: 'Camille Roux', email: 'camille@hangs.example', consent: true }
  const others = [
    askAt(balancer.port, '/fr/signatories'),
    askAt(balancer.port, '/api/signatures', { json }),
  ]
  expect((await Promise.all(others)).at(-1)?.status).toBe(503)
  expect(performance.now() - begin).toBeLessThan(REFUSED_WITHIN_MS)
  pooler.goOn()
  const sign = () => askAt(balancer.port, '/api/signatures', { json })
  await expect.poll(async () => (await sign()).status, PATIENCE).toBe(202)
})

test('the primary is killed and its standby promoted: signing is refused for seconds, and nothing is lost', async () => {
  const standby = await startStandby(join(folder, 'standby'), primary)
  await confirmOnBoth(primary)
  const crowd = startCrowd(balancer.port, 'failover')
  await expect.poll(() => crowd.told.length, PATIENCE).toBeGreaterThan(SOME_HAVE_SIGNED)
  await primary.server.kill()
  const killedAt = performance.now()
  expect((await askAt(balancer.port, '/fr')).status).toBe(200)
  await promote(standby)
  await endWaitingForStandby(standby)
  pooler.lead(standby)
  const before = crowd.told.length
  await expect.poll(() => crowd.told.length, PATIENCE).toBeGreaterThan(before + SOME_HAVE_SIGNED)
  console.log(
    `after the failover ${Math.round(performance.now() - killedAt)} ms until ${SOME_HAVE_SIGNED} had signed; ` +
      `${crowd.refused.length} refused`,
  )
  await crowd.end()
  primary = standby
  await expectEachSignedOnce(standby, crowd.told)
})

function startMachine() {
  return startRunningSite({
    DATABASE_URL: pooler.url,
    RESEND_API_KEY: 're_secret',
    RESEND_BASE_URL: resend.url,
    MAIL_FROM: 'lettre@example.org',
    MAIL_RATE_PER_SECOND: '50',
  })
}

function portOf({ address }: RunningSite) {
  return Number(new URL(address).port)
}

async function expectEachSignedOnce({ url }: Postgres, emails: string[]) {
  const rows = await ask<{ email: string }>(url, 'SELECT email FROM signature')
  const kept = new Set(rows.map(({ email }) => email))
  expect(emails.filter(email => !kept.has(email))).toEqual([])
  const mailed = () => resend.delivered.map(({ to }) => String(to))
  await expect
    .poll(() => emails.filter(email => !mailed().includes(email)).length, AFTER_LEASES)
    .toBe(0)
  expect(mailed().filter((email, place, all) => all.indexOf(email) !== place)).toEqual([])
}

/** What is committed is on both, as a managed PostgreSQL with a standby has it. */
async function confirmOnBoth({ url }: Postgres) {
  await ask(url, "ALTER SYSTEM SET synchronous_standby_names = '*'")
  await ask(url, 'SELECT pg_reload_conf()')
}

async function endWaitingForStandby({ url }: Postgres) {
  await ask(url, "ALTER SYSTEM SET synchronous_standby_names = ''")
  await ask(url, 'SELECT pg_reload_conf()')
}

async function ask<Row extends object>(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
