import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite()
})
afterAll(() => site.stop())

describe('languages', () => {
  test.each([
    [undefined, '/fr'],
    ['en-GB,en;q=0.9', '/en'],
    ['fr', '/fr'],
    ['tlh, *;q=0.1', '/fr'],
    ['en;q=0', '/fr'],
    ['\u00ff;q=é', '/fr'],
    ['x'.repeat(8_000), '/fr'],
    ['//evil.example', '/fr'],
  ])('Accept-Language %j leads to %s', async (wish, path) => {
    const headers: Record<string, string> = wish
      ? { 'accept-language': Buffer.from(wish).toString('latin1') }
      : {}
    const answer = await site.ask('/', { headers })
    expect(answer.status).toBe(307)
    expect(answer.headers.location).toBe(path)
    expect(answer.headers.vary).toContain('Accept-Language')
  })

  test.each([
    '/xx',
    '/FR',
    '/fr-FR',
    '/%66%72%00',
    '/fr/%00',
    '/..%2f..%2fetc%2fpasswd',
    '/../../etc/passwd',
    '/fr/../../etc/passwd',
    '/%',
    '/fr%2f',
    '/%ff',
    '//evil.example',
    '//evil.example/%2e%2e',
    '/\\evil.example',
    '/fr//evil.example',
    '/__proto__',
    '/constructor',
    '/fr/constructor/__proto__',
    `/${'a'.repeat(10_000)}`,
    '/fr/confirm/other',
    '/api',
    '/_next/static/../../package.json',
    '/.env',
  ])('%s is a page in a known language, or none; the site lives', async path => {
    const answer = await site.ask(path)
    expect([200, 307, 308, 400, 404, 414]).toContain(answer.status)
    expect(answer.headers.location ?? '/').toMatch(/^\/(?![/\\])/)
    const language = /<html lang="([^"]+)"/.exec(answer.body)?.[1]
    if (language) expect(languages()).toContain(language)
    expect(answer.body).not.toContain('root:')
    expect(site.isAlive()).toBe(true)
    expect((await site.ask('/fr')).status).toBe(200)
  })

  test('no answer repeats a name that somebody made up for this site', async () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      origin: 'https://evil.example',
      forwarded: 'host=evil.example',
    }
    for (const path of [
      ...languages().map(language => `/${language}`),
      '/',
      '/api/tally',
      '/fr/',
      '/fr/confirm?token=x',
    ]) {
      expect(JSON.stringify(await site.ask(path, { headers }))).not.toContain('evil.example')
    }
  })
})
