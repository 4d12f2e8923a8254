import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeImages } from '../support/operations/image.ts'
import { type Postgres, startPostgres } from '../support/operations/servers.ts'
import { freePort } from '../support/site/free-port.ts'

const MOST_MEGABYTES = 600
const STARTS_WITHIN = { timeout: 120_000, interval: 500 }

let folder: string
let postgres: Postgres
let images: Awaited<ReturnType<typeof makeImages>> | undefined
let container: Awaited<ReturnType<NonNullable<typeof images>['start']>> | undefined
let address: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-letter-container-'))
  await chmod(folder, 0o755)
  postgres = await startPostgres(join(folder, 'postgres'))
  const port = await freePort()
  address = `http://localhost:${port}`
  images = await makeImages()
  container = await images.start({
    DATABASE_URL: postgres.url,
    APP_SECRET: 'a-secret-that-only-the-tests-know-of',
    SITE_URL: address,
    PORT: String(port),
    WEB_CONCURRENCY: '1',
  })
})

afterAll(async () => {
  await container?.stop()
  await postgres.server.kill()
  images?.remove()
  rmSync(folder, { recursive: true })
})

test('the image stays small', async () => {
  expect(await images?.megabytes()).toBeLessThan(MOST_MEGABYTES)
})

test('as an ordinary user it shows the letter, its style, its PDF, and takes a signature', async () => {
  await expect.poll(() => statusOf('/fr'), STARTS_WITHIN).toBe(200)
  const page = await fetch(`${address}/fr`).then(answer => answer.text())
  const [style = '/none.css'] = /\/_next\/static\/[^"]+\.css/.exec(page) ?? []
  for (const path of [style, '/fr/poster.pdf', '/fr/social-image', '/api/health'])
    expect([path, await statusOf(path)]).toEqual([path, 200])
  const signed = await fetch(`${address}/api/signatures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Camille Roux', email: 'camille@example.org', consent: true }),
  })
  expect(signed.status).toBe(202)
})

function statusOf(path: string) {
  return fetch(address + path).then(
    ({ status }) => status,
    () => 0,
  )
}
