import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { withDatabaseName } from '#lib/database/connection-string.ts'
import { applyMigrations } from '#lib/database/migrations.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import {
  anOrganisationSignature,
  aPendingSignature,
  aSignature,
} from '../../support/people/factories/signature.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

const json = async (path: string) => JSON.parse((await site.ask(path)).body)

describe('GET /.well-known/security.txt', () => {
  test('says whom to tell of a hole in the site, at the site’s own address', async () => {
    const { status, headers, body } = await site.ask('/.well-known/security.txt')
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
    })
    expect(body).toMatch(/^Contact: mailto:letter@example\.org\nExpires: \d{4}-.*Z\n/)
    expect(body).toContain('Canonical: https://letter.example.org/.well-known/security.txt\n')
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('GET /api/tally', () => {
  test('counts confirmed signatures, may be cached, and is 30 seconds old at most', async () => {
    await insertSignatures(database, [
      aSignature({ country: 'FR' }),
      aSignature({ country: 'GB', isPublic: false }),
      anOrganisationSignature({ country: 'FR' }),
      aPendingSignature({ country: 'DE' }),
      aSignature({ status: 'withdrawn', country: 'IT' }),
    ])
    const counts = { signatures: 3, individuals: 2, organisations: 1, countries: 2 }
    await expect.poll(() => json('/api/tally')).toMatchObject(counts)
    const answer = await site.ask('/api/tally')
    const tally = JSON.parse(answer.body)
    expect(Object.keys(tally)).toEqual([...Object.keys(counts), 'asOf'])
    expect(tally.asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    const kept = Number(/public, max-age=(\d+)/.exec(answer.headers['cache-control'] ?? '')?.[1])
    const age = (Date.now() - Date.parse(tally.asOf)) / 1000
    expect(age + kept).toBeLessThanOrEqual(30)
    expect(kept).toBeGreaterThan(0)
  })
})

describe('GET /api/signatories', () => {
  test('gives the public list a page at a time, to the last name', async () => {
    await insertSignatures(database, aCrowd(230, { isPublic: true }))
    const names: string[] = []
    let path: string | null = '/api/signatories?limit=1000'
    while (path) {
      const page = await json(path)
      expect(page.signatories.length).toBeLessThanOrEqual(100)
      names.push(...page.signatories.map(({ id }: { id: string }) => id))
      path = page.next && `/api/signatories?limit=100&after=${page.next}`
    }
    expect(new Set(names).size).toBe(230)
  })

  test('never gives an e-mail address', async () => {
    await insertSignatures(database, [
      aSignature({ email: 'camille@secret.example' }),
      anOrganisationSignature({ email: 'amina@secret.example' }),
    ])
    for (const path of [
      '/api/signatories',
      '/fr/signatories',
      '/en',
      '/api/signatories?q=secret',
    ]) {
      const { status, body } = await site.ask(path)
      expect(status).toBe(200)
      expect(body).not.toContain('secret.example')
      expect(body).not.toContain('emailKey')
    }
    expect(await json('/api/signatories?q=secret')).toEqual({ signatories: [], next: null })
  })

  test.each([
    'limit=0',
    'limit=-1',
    'limit=x',
    'limit=1e9',
    'limit=',
    'after=garbage',
    `after=${Buffer.from('["0000-01-01T00:00:00Z","019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11"]').toString('base64url')}`,
    `after=${'A'.repeat(5_000)}`,
    'q=%00',
    'q=%ff%fe',
    'q=%25',
    `q=${'x'.repeat(5_000)}`,
    'q=a&q=b',
    'category=%00',
    'kind=robot',
    'country=%F0%9F%92%A5',
    'country=FR%00',
    '__proto__=x',
    'status=pending',
  ])('answers ?%s, in JSON and on the page', async query => {
    await insertSignatures(database, [aSignature(), aPendingSignature({ name: 'Theo Waiting' })])
    for (const path of ['/api/signatories', '/fr/signatories', '/en/signatories']) {
      const { status, body } = await site.ask(`${path}?${query}`)
      expect(status).toBe(200)
      expect(body).not.toContain('Theo Waiting')
    }
  })

  test('shows hostile names as text, in JSON and on the page', async () => {
    const name = '<img src=x onerror=alert(1)></script><script>alert(1)</script>{{7*7}}'
    await insertSignatures(database, [aSignature({ name })])
    // The list's first page may be a second old.
    const page = await site.ask('/fr/signatories?country=FR')
    expect(page.body).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page.body).not.toContain('<img src=x')
    expect(page.body).not.toContain('<script>alert(1)')
    expect((await site.ask('/api/signatories')).headers['content-type']).toContain(
      'application/json',
    )
    expect((await json('/api/signatories')).signatories).toMatchObject([{ name }])
  })

  test('stops who searches too much, and nobody who reads', async () => {
    const from = { headers: { 'x-forwarded-for': '192.0.2.77' } }
    const searches = Array.from({ length: 121 }, () => site.ask('/api/signatories?q=a', from))
    const statuses = (await Promise.all(searches)).map(({ status }) => status)
    expect(statuses.filter(status => status === 429)).toHaveLength(1)
    const refused = await site.ask('/api/signatories?q=a', from)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await site.ask('/api/signatories', from)).status).toBe(200)
  })
})

describe('when the database is gone', () => {
  test('health says so, the letter can still be read, and no stack trace is shown', async () => {
    expect(await site.ask('/api/health')).toMatchObject({ status: 200, body: '{"status":"ok"}' })
    const { url, drop } = await databaseThatWillGo()
    const orphan = await startRunningSite({ DATABASE_URL: url })
    expect((await orphan.ask('/api/health')).status).toBe(200)
    await drop()
    expect(await orphan.ask('/api/health')).toMatchObject({ status: 503 })
    expect((await orphan.ask('/fr')).status).toBe(200)
    const signing = await orphan.ask('/api/signatures', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Camille', email: 'camille@secret.example', consent: true }),
    })
    expect(signing.status).toBe(503)
    expect(Number(signing.headers['retry-after'])).toBeGreaterThan(0)
    const list = await orphan.ask('/api/signatories')
    expect(list.status).toBe(503)
    const page = await orphan.ask('/fr/signatories')
    expect(page.body).toContain(readMessages('fr').problems.error.title)
    for (const { body } of [signing, list, page])
      expect(body).not.toMatch(/prisma|postgres|at \w+ \(/i)
    expect(orphan.complaints()).not.toContain('secret.example')
    expect(orphan.isAlive()).toBe(true)
    await orphan.stop()
  })
})

async function databaseThatWillGo() {
  const name = `going_${process.pid}`
  const client = new pg.Client(withDatabaseName(inject('templateUrl'), 'postgres'))
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  const url = withDatabaseName(inject('templateUrl'), name)
  await applyMigrations(url)
  const drop = async () => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
  }
  return { url, drop }
}
