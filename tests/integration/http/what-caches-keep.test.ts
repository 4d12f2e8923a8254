import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite()
})
afterAll(() => site.stop())

test('nobody gets what somebody else asked for, from memory either', async () => {
  const sent = []
  for (const accepted of ['gzip, BR', 'gzip', 'GZIP;q=0.5, br;q=0.1', 'br;q=0', '*', 'x-gzip']) {
    const { headers } = await site.ask('/fr', { headers: { 'accept-encoding': accepted } })
    expect(headers.vary?.toLowerCase()).toContain('accept-encoding')
    sent.push(headers['content-encoding'])
  }
  expect(sent).toEqual(['br', 'gzip', 'gzip', undefined, 'br', undefined])
})

test.each([
  'poster.pdf',
  'press/letter.pdf',
  'press/letter',
  'qr.svg',
  'badge.svg',
  'social-image',
])(
  'no cache keeps /fr/%s for longer than minutes, and it may ask whether it has changed',
  async file => {
    const { headers } = await site.ask(`/fr/${file}`)
    const control = headers['cache-control'] ?? ''
    expect(Number(/s-maxage=(\d+)/.exec(control)?.[1])).toBeLessThanOrEqual(300)
    expect(control).toContain('must-revalidate')
    const known = { 'if-none-match': headers.etag ?? '' }
    for (const path of [`/fr/${file}`, `/fr/${file}?from=cdn`])
      expect(await site.ask(path, { headers: known })).toMatchObject({ status: 304, body: '' })
  },
)
