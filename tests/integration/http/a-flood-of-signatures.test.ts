import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const CAMILLE = { name: 'Camille Roux', email: 'camille.roux@example.org', consent: true }
const JSON_TYPE = { 'content-type': 'application/json' }

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

const sign = (values: object, headers: Record<string, string> = JSON_TYPE) =>
  site.ask('/api/signatures', { method: 'POST', headers, body: JSON.stringify(values) })

describe('POST /api/signatures', () => {
  test('stops a flood from one address with 429, says for how long, and stops nobody else', async () => {
    const from = { 'x-forwarded-for': '192.0.2.1' }
    const people = Array.from({ length: 61 }, (_, place) => ({
      ...CAMILLE,
      email: `colleague.${place}@example.org`,
    }))
    const statuses: number[] = []
    for (const person of people)
      statuses.push((await sign(person, { ...JSON_TYPE, ...from })).status)
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(202))
    const refused = await sign(CAMILLE, { ...JSON_TYPE, ...from })
    expect(statuses[60]).toBe(429)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    const forged = { 'x-forwarded-for': '8.8.8.8, 192.0.2.1' }
    expect((await sign(CAMILLE, { ...JSON_TYPE, ...forged })).status).toBe(429)
    expect((await sign(CAMILLE)).status).toBe(202)
  })

  test('what cannot be read counts too: after as many as anyone may sign with, 429', async () => {
    const idris = { 'x-forwarded-for': '192.0.2.77' }
    const statuses = new Set<number>()
    for (const [body, headers] of [
      ['{', JSON_TYPE],
      ['<x/>', { 'content-type': 'text/xml', 'sec-fetch-site': 'same-origin' }],
      [JSON.stringify({ name: '=1' }), JSON_TYPE],
    ] as const) {
      for (let times = 0; times < 30; times += 1) {
        const all = { ...headers, ...idris }
        statuses.add(
          (await site.ask('/api/signatures', { method: 'POST', headers: all, body })).status,
        )
      }
    }
    expect([...statuses]).toEqual([400, 415, 429])
  })
})
