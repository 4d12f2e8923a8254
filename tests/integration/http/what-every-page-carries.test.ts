import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#lib/letter/languages.ts'
import { emptyDatabase } from '../../support/database.ts'
import { formOf } from '../../support/html-form.ts'
import {
  type Answer,
  type Ask,
  OUR_PAGE,
  type RunningSite,
  startRunningSite,
} from '../../support/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite()
})
afterAll(() => site.stop())

const PAGES = languages().flatMap(language =>
  [
    '',
    '/signatories',
    '/privacy',
    '/sign/check-your-mail',
    '/confirm/confirmed',
    '/confirm/not-valid',
    '/nowhere',
  ].map(path => `/${language}${path}`),
)

const ANSWERS: [string, Ask?][] = [
  ...PAGES.map((path): [string] => [path]),
  ['/'],
  ['/nowhere'],
  ['/fr/confirm?token=x'],
  ['/api/tally'],
  ['/api/signatories'],
  ['/api/health'],
  ['/api/nowhere'],
  ['/fr', { method: 'HEAD' }],
  ['/fr', { headers: { connection: 'Upgrade', upgrade: 'h2c' } }],
  ['/%E0%A4%A'],
  [
    '/api/signatures',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' },
  ],
  ['/api/signatures', { method: 'POST', headers: { origin: 'https://evil.example' } }],
  ['/fr', { method: 'POST', headers: { ...OUR_PAGE, 'content-type': 'text/plain' }, body: 'x' }],
]

describe('every answer', () => {
  test.each(ANSWERS)('%s %j', async (path, how = {}) => {
    const { headers } = await site.ask(path, how)
    expect(headers).toMatchObject({
      'referrer-policy': path.includes('token=') ? 'strict-origin' : 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
      'strict-transport-security': expect.stringContaining('max-age='),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
    expect(scriptSource(headers)).not.toContain('unsafe')
  })
})

describe('the policy lets in exactly the scripts of the page', () => {
  test.each(PAGES)('%s', async path => {
    // Twice: the page as it was made, and as it comes from the cache.
    for (const answer of [await site.ask(path), await site.ask(path)]) expectScriptsAllowed(answer)
  })

  test('a form that comes back with mistakes has a nonce of its own', async () => {
    const { body, headers } = await formOf((await site.ask('/fr')).body, { name: '=' })
    const post = () =>
      site.ask('/fr', { method: 'POST', headers: { ...headers, ...OUR_PAGE }, body })
    const [one, other] = [await post(), await post()]
    expectScriptsAllowed(one)
    expect(scriptSource(one.headers)).toContain('nonce-')
    expect(scriptSource(one.headers)).not.toBe(scriptSource(other.headers))
  })

  test('a nonce that a stranger sends along is not taken', async () => {
    const policy = "script-src 'nonce-evil'"
    const headers = {
      'content-security-policy': policy,
      'content-security-policy-report-only': policy,
    }
    const page = await site.ask('/fr/signatories', { headers })
    expect(page.body).not.toContain('nonce="evil"')
    expectScriptsAllowed(page)
  })

  test('nothing on a page comes from elsewhere', async () => {
    for (const path of PAGES) {
      const { body } = await site.ask(path)
      const loaded = body.match(
        /(?:src|srcset)="[^"]+"|(?<=<link rel="(?:stylesheet|preload|icon)[^>]*)href="[^"]+"/g,
      )
      expect(loaded?.length).toBeGreaterThan(0)
      for (const address of loaded ?? []) expect(address).not.toMatch(/https?:|\/\//)
    }
  })
})

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
    for (const path of [...PAGES, '/', '/api/tally', '/fr/', '/fr/confirm?token=x']) {
      expect(JSON.stringify(await site.ask(path, { headers }))).not.toContain('evil.example')
    }
  })
})

function scriptSource(headers: Answer['headers']) {
  const policy = headers['content-security-policy']?.toString() ?? ''
  return policy.split('; ').find(directive => directive.startsWith('script-src')) ?? ''
}

function expectScriptsAllowed({ headers, body }: Answer) {
  const allowed = scriptSource(headers)
  const scripts = [...body.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
  expect(scripts.length).toBeGreaterThan(0)
  const isProgram = (attributes = '') => !attributes.includes('type="application/ld+json"')
  const programs = scripts.filter(([, attributes, code]) => code && isProgram(attributes))
  for (const [, attributes = '', code = ''] of programs) {
    const nonce = /nonce="([^"]+)"/.exec(attributes)?.[1]
    const hash = createHash('sha256').update(code).digest('base64')
    const names = [`'nonce-${nonce}'`, `'sha256-${hash}'`]
    expect(names.filter(name => allowed.includes(name))).toHaveLength(1)
  }
  expect(body).not.toMatch(/<[^>]+\son(load|click|error)="/)
}
