import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { builtFile } from '../../../bin/support/built.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const OFFERED_WITHIN_MS = 20_000

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite({ WEB_CONCURRENCY: '1' })
})
afterAll(() => site.stop())

test('a machine offers the files of its build to those that have another', async () => {
  const built = readdirSync(builtFile('static'), { recursive: true }).map(String)
  const fetched = built.filter(path => /\.(css|js|woff2)$/.test(path)).sort()
  expect(fetched.length).toBeGreaterThan(10)
  await expect
    .poll(() => database.buildAsset.count(), { timeout: OFFERED_WITHIN_MS })
    .toBe(fetched.length)
  const offered = await database.buildAsset.findMany({ select: { path: true } })
  expect(offered.map(({ path }) => path).sort()).toEqual(fetched)
})

test.each(['br', 'gzip', 'identity'])(
  'a page of the version before keeps its style sheet, as %s too',
  async encoding => {
    const css = 'body { color: black }\n'.repeat(200)
    const asset = { path: `chunks/before-${encoding}.css`, content: Buffer.from(css) }
    const expiresAt = new Date('2099-01-01')
    await database.buildAsset.create({ data: { ...asset, expiresAt } })
    const asked = { headers: { 'accept-encoding': encoding } }
    const { status, headers } = await site.ask(`/_next/static/${asset.path}`, asked)
    expect(status).toBe(200)
    expect(headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding)
    expect(headers['content-type']).toBe('text/css; charset=utf-8')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const unknown = await site.ask('/_next/static/chunks/never-built.css', asked)
    expect(unknown.status).toBe(404)
    expect(unknown.headers['cache-control'] ?? '').not.toContain('immutable')
  },
)
