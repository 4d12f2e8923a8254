import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { formOf } from '../../support/site/html-form.ts'
import {
  type Answer,
  type Ask,
  OUR_PAGE,
  type RunningSite,
  startRunningSite,
} from '../../support/site/running-site.ts'

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
    const ask = () => site.ask(path, { headers: { accept: 'text/html' } })
    for (const answer of [await ask(), await ask()]) expectScriptsAllowed(answer)
  })

  test('a form that comes back with mistakes', async () => {
    const { action, body, headers } = await formOf((await site.ask('/fr')).body, { name: '=' })
    const sent = { ...headers, ...OUR_PAGE, accept: 'text/html' }
    const answer = await site.ask(action, { method: 'POST', headers: sent, body })
    expect(answer.status).toBe(422)
    expectScriptsAllowed(answer)
  })

  test('a page of the public has no program but files of ours, and no inline one', async () => {
    for (const path of PAGES) {
      const { body, headers } = await site.ask(path)
      expect(scriptSource(headers), path).toBe("script-src 'self'")
      const sources = [...body.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source)
      expect(sources.filter(source => source?.startsWith('/_next/'))).toEqual([])
      // What Next would put together with a program of its own, later.
      expect(body, path).not.toMatch(/<template id="[BP]:/)
    }
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
