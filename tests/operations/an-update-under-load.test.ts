import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations } from '#lib/database/migrations.ts'
import { askAt, startCrowd } from '../support/operations/crowd.ts'
import { type Postgres, startBalancer, startPostgres } from '../support/operations/servers.ts'
import { buildVersionBefore } from '../support/operations/version-before.ts'
import { type RunningSite, startRunningSite } from '../support/site/running-site.ts'

const SOME_HAVE_SIGNED = 30
const READERS = 20
const PATIENCE = { timeout: 120_000, interval: 100 }

let folder: string
let postgres: Postgres
let before: ReturnType<typeof buildVersionBefore>
let machines: RunningSite[] = []
let balancer: Awaited<ReturnType<typeof startBalancer>>

beforeAll(async () => {
  before = buildVersionBefore()
  folder = mkdtempSync(join(tmpdir(), 'open-letter-update-'))
  await chmod(folder, 0o755)
  postgres = await startPostgres(join(folder, 'postgres'))
  await applyMigrations(postgres.url)
  machines = [await startMachine(before.folder), await startMachine(before.folder)]
  balancer = await startBalancer(join(folder, 'nginx'), machines.map(portOf))
})

afterAll(async () => {
  await Promise.all(machines.map(machine => machine.stop()))
  await balancer.stop()
  await postgres.server.kill()
  rmSync(folder, { recursive: true })
  before.remove()
})

test('two machines are updated one after the other while people sign: no form is lost, and each page has its style', async () => {
  const crowd = startCrowd(balancer.port, 'update')
  await hasSignedMore(crowd)
  for (const place of [0, 1]) {
    const old = machines[place]
    machines[place] = await startMachine('.')
    balancer.lead(machines.map(portOf))
    await hasSignedMore(crowd)
    expect(await stylesOfReaders()).toEqual(new Set([200]))
    await old?.stop()
  }
  await hasSignedMore(crowd)
  await crowd.end()
  expect(crowd.refused).toEqual([])
})

function startMachine(checkout: string) {
  return startRunningSite({ DATABASE_URL: postgres.url }, 'primary', checkout)
}

function portOf({ address }: RunningSite) {
  return Number(new URL(address).port)
}

async function hasSignedMore({ told }: { told: string[] }) {
  const already = told.length
  await expect.poll(() => told.length, PATIENCE).toBeGreaterThan(already + SOME_HAVE_SIGNED)
}

/** What readers get for the style sheet of their page, from whichever machine each of the two comes. */
async function stylesOfReaders() {
  const styles = Array.from({ length: READERS }, async () => {
    const { body } = await askAt(balancer.port, '/fr')
    const [style = '/none.css'] = /\/_next\/static\/[^"]+\.css/.exec(body) ?? []
    return (await askAt(balancer.port, style)).status
  })
  return new Set(await Promise.all(styles))
}
