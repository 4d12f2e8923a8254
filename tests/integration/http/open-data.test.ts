import { Validator } from '@seriousme/openapi-schema-validator'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { ANSWERS } from '#lib/open-data/answers.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { anOrganisationSignature, aSignature } from '../../support/people/factories/signature.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const PATHS = [
  '/api/tally',
  '/api/daily.csv',
  '/api/signatories',
  '/api/signatories.csv',
  '/api/snapshots',
  '/api/openapi.json',
]
const BATCH = '0192f0c1-0000-7000-8000-00000000000b'
const DAY_ONE = new Date('2026-01-30T12:00:00Z')
const DAY_THREE = new Date('2026-02-01T12:00:00Z')

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  await database.paperBatch.create({
    data: { id: BATCH, fileName: 'list.csv', locale: 'fr', organiserId: BATCH },
  })
  await insertSignatures(database, [
    aSignature({
      name: '=HYPERLINK("https://evil.example")',
      isPublic: true,
      confirmedAt: DAY_ONE,
    }),
    aSignature({
      name: 'Hidden Heidi',
      isPublic: false,
      confirmedAt: DAY_ONE,
      paperBatchId: BATCH,
    }),
    anOrganisationSignature({ isPublic: true, confirmedAt: DAY_THREE }),
  ])
  await database.deliverySnapshot.create({
    data: {
      requestedById: crypto.randomUUID(),
      printContent: {},
      takenAt: DAY_THREE,
      tally: { signatures: 3 },
      root: 'ab'.repeat(32),
      handedOverOn: DAY_THREE,
      handedOverTo: { en: 'The Secretary-General' },
    },
  })
  site = await startRunningSite()
})
afterAll(() => site.stop())

test.each(PATHS)('%s may be read by any page, without credentials', async path => {
  const { status, headers } = await site.ask(path, {
    headers: { origin: 'https://partner.example' },
  })
  expect(status).toBe(200)
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['access-control-allow-credentials']).toBeUndefined()
  expect(headers['set-cookie']).toBeUndefined()
})

describe('the description for programs', () => {
  test('names every address, and what each answers is what it says', async () => {
    const described = JSON.parse((await site.ask('/api/openapi.json')).body)
    expect(described.openapi).toMatch(/^3\.1\./)
    expect(await new Validator().validate(described)).toEqual({ valid: true })
    expect(Object.keys(described.paths).sort()).toEqual(PATHS.slice(0, -1).sort())
    for (const name of ['tally', 'signatories', 'snapshots'] as const) {
      const answer = JSON.parse((await site.ask(`/api/${name}`)).body)
      expect(() => ANSWERS[name].parse(answer), name).not.toThrow()
      const { properties, required } = described.components.schemas[name]
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(required))
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(answer)))
    }
  })
})

describe('names and days as tables', () => {
  test('the list holds who wished to be shown, no address, and no formula', async () => {
    const { body } = await site.ask('/api/signatories.csv')
    const rows = parse(body, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['individual', 'organisation'])
    expect(rows.find(({ kind }) => kind === 'individual')?.name).toMatch(/^'=HYPERLINK/)
    expect(body).not.toMatch(/Heidi|@/)
    const described = JSON.parse((await site.ask('/api/openapi.json')).body)
    const { content } = described.paths['/api/signatories.csv'].get.responses[200]
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    expect(content['text/csv'].schema.description).toContain(columns)
  })

  test('the days run on without a gap, and the total with them', async () => {
    const { body, headers } = await site.ask('/api/daily.csv')
    expect(headers['cache-control']).toBe('public, max-age=300')
    expect(body.split('\r\n').slice(0, 4)).toEqual([
      'day,signatures,total',
      '2026-01-30,2,2',
      '2026-01-31,0,2',
      '2026-02-01,1,3',
    ])
  })

  test('who takes the whole list again and again is told when to come back', async () => {
    const from = { headers: { 'x-forwarded-for': '198.51.100.7' } }
    const answers = []
    for (let call = 0; call < 14; call += 1)
      answers.push(await site.ask('/api/signatories.csv', from))
    expect(answers.at(0)?.status).toBe(200)
    expect(answers.at(-1)).toMatchObject({ status: 429, body: '{"error":"too-many"}' })
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
  })
})
