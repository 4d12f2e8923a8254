import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { newVisitor } from '../../support/site/signing-over-http.ts'

const KILLS = 3
const SIGNING_AT_ONCE = 6
const SIGNED_BEFORE_EACH = 20
const PATIENCE_MS = 60_000
const TEST_LASTS_MS = 400_000

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite({ WEB_CONCURRENCY: '2' }, 'primary')
})
afterAll(() => site.stop())

test('two web processes share the port, and one worker stands beside them', async () => {
  expect(await rolesOf()).toEqual(['', 'web', 'web', 'worker'])
})

test(
  'a web process is killed while people sign: another takes its place, and whoever was told 202 has her row and mail',
  async () => {
    const told: string[] = []
    let isOver = false
    const signing = Array.from({ length: SIGNING_AT_ONCE }, async (_, place) => {
      for (let turn = 0; !isOver; turn += 1) {
        const email = `while.it.dies.${place}.${turn}@example.org`
        const answer = await sign(email).catch(() => null)
        if (answer?.status === 202) told.push(email)
      }
    })
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = told.length
      await vi.waitUntil(() => told.length >= before + SIGNED_BEFORE_EACH, PATIENCE_MS)
      const [victim = 0] = await pidsOf('web')
      process.kill(victim, 'SIGKILL')
      await vi.waitUntil(async () => !(await pidsOf('web')).includes(victim), PATIENCE_MS)
      await vi.waitUntil(async () => (await pidsOf('web')).length === 2, PATIENCE_MS)
    }
    isOver = true
    await Promise.all(signing)

    const rows = await database.signature.findMany({
      select: { email: true, mails: { select: { kind: true } } },
    })
    const mails = new Map(rows.map(row => [row.email, row.mails.map(({ kind }) => kind)]))
    expect(told.filter(email => mails.get(email)?.join() !== 'confirm')).toEqual([])
    expect(site.complaints()).toMatch(/ended by itself \(web: SIGKILL\)/)
    expect(site.isAlive()).toBe(true)
  },
  TEST_LASTS_MS,
)

test('the worker is killed: the mails that wait go out all the same', async () => {
  const [victim = 0] = await pidsOf('worker')
  process.kill(victim, 'SIGKILL')
  await sign('after.the.worker@example.org')
  const isSent = async () =>
    site.mails().some(({ to }: { to: string }) => to === 'after.the.worker@example.org')
  await vi.waitUntil(isSent, PATIENCE_MS)
})

function sign(email: string) {
  return site.ask('/api/signatures', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...newVisitor() },
    body: JSON.stringify({ name: 'Camille Roux', email, consent: true }),
  })
}

async function rolesOf() {
  return (await site.processes()).map(({ role }) => role).toSorted()
}

async function pidsOf(wanted: string) {
  return (await site.processes()).filter(({ role }) => role === wanted).map(({ pid }) => pid)
}
