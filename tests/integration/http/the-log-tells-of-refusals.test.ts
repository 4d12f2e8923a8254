import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { mailTo, newVisitor } from '../../support/site/signing-over-http.ts'

const SECRET = `whsec_${Buffer.from('a secret of the webhook of tests').toString('base64')}`
const JSON_TYPE = { 'content-type': 'application/json' }

let site: RunningSite

beforeAll(async () => {
  const log = { LOG_FORMAT: 'json', LOG_LEVEL: 'info' }
  site = await startRunningSite({ ...log, RESEND_WEBHOOK_SECRET: SECRET })
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

type Line = { time: string; level: string; event: string } & Record<string, unknown>

const lines = () =>
  `${site.printed()}${site.complaints()}`
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Line)

const told = (event: string) => expect.poll(() => lines().filter(line => line.event === event))

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  site.ask(path, { method: 'POST', headers: { ...newVisitor(), ...headers }, body })

describe('what is refused is an event', () => {
  test('a form from another site, a body too long, a path that cannot be read', async () => {
    await post('/fr', 'name=Camille', { origin: 'https://evil.example' })
    await post('/api/signatures', 'x'.repeat(70_000), JSON_TYPE)
    await site.ask('/fr/%0AThe%20trail%00')
    await told('request-refused').toMatchObject([
      { level: 'warn', status: 403, method: 'POST', place: '/fr' },
      { level: 'warn', status: 413, method: 'POST', place: '/api/signatures' },
      { level: 'warn', status: 400, method: 'GET' },
    ])
  })

  test('a form with faults: its fields and their codes', async () => {
    const values = { name: '=Camille', email: 'camille.roux@example', consent: true }
    await post('/api/signatures', JSON.stringify(values), JSON_TYPE)
    await told('form-refused').toMatchObject([
      { form: 'sign', faults: 'name.formula,email.invalid' },
    ])
  })

  test('a limit that was reached', async () => {
    const from = { ...JSON_TYPE, 'x-forwarded-for': '192.0.2.99' }
    for (let times = 0; times < 62; times += 1) await post('/api/signatures', '{', from)
    await told('rate-limited').toContainEqual(
      expect.objectContaining({ level: 'warn', limit: 'sign-burst' }),
    )
  })

  test('a forged call of the mail provider’s webhook', async () => {
    await post('/api/webhooks/resend', '{"to":"camille.roux@example.org"}', JSON_TYPE)
    await told('webhook-forged').toHaveLength(1)
  })
})

describe('whatever happened', () => {
  test('Camille signs meanwhile; no line holds her name, her address, her token, nor a network', async () => {
    const values = { name: 'Camille Roux', email: 'camille.roux@example.org', consent: true }
    await post('/api/signatures', JSON.stringify(values), { ...JSON_TYPE, ...OUR_PAGE })
    const mail = await mailTo(site, values.email)
    const token = /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? 'none'
    await site.ask(`/fr/confirm?token=${token}`)
    const all = `${site.printed()}${site.complaints()}`
    for (const secret of ['Camille', 'Roux', 'camille.roux', token, '198.51.', '192.0.2.']) {
      expect(all).not.toContain(secret)
    }
  })

  test('every line has its time, its level and its event', () => {
    for (const { time, level, event } of lines()) {
      expect(new Date(time).toISOString()).toBe(time)
      expect(level).toMatch(/^(info|warn|error)$/)
      expect(event).toMatch(/^[a-z-]+$/)
    }
    expect(lines().map(({ event }) => event)).toContain('site-started')
  })
})
