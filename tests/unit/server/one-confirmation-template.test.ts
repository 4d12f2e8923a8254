import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const confirmation = vi.hoisted(() => ({ state: 'ready', forms: [{}], rejectToken: 'r' }))
vi.mock('#lib/signatures/read-confirmation-link.ts', () => ({
  readConfirmationLink: async () => confirmation,
}))
vi.mock('#lib/signatures/confirmation-places.ts', () => ({ fillConfirmation: () => 'hers' }))
vi.mock('#lib/campaign/campaign-cache.ts', () => ({ knownCampaignState: async () => 'open' }))
vi.mock('#lib/text/places.ts', () => ({ cutAtPlaces: () => ({}) }))

const { showConfirmation } = await import('../../../server/confirmation-page.ts')

const request = {
  method: 'GET',
  headers: {},
  url: `/fr/confirm?token=${'t'.repeat(43)}`,
} as IncomingMessage
const page = { status: 200, headers: {}, body: Buffer.from('') }

type Maker = ReturnType<typeof Promise.withResolvers<typeof page | null>>
let makers: Maker[]
let stories = 0

beforeEach(() => {
  makers = []
  // A minute after the story before, so that nothing is left of it.
  stories += 1
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + stories * 60_000 })
})
afterEach(() => vi.useRealTimers())

const ask = () =>
  showConfirmation(request, () => {
    const maker: Maker = Promise.withResolvers()
    makers.push(maker)
    return maker.promise
  })

const begun = (count: number) => vi.waitFor(() => expect(makers).toHaveLength(count))

test('a crowd waits for one, and each gets her own page', async () => {
  const crowd = Array.from({ length: 20 }, ask)
  await begun(1)
  makers[0]?.resolve(page)
  for (const answer of await Promise.all(crowd))
    expect(answer).toMatchObject({ body: Buffer.from('hers') })
  expect(makers).toHaveLength(1)
})

test.each([
  ['fails', (maker?: Maker) => maker?.reject(new Error('Next is late.'))],
  ['is given up by who asked', (maker?: Maker) => maker?.resolve(null)],
])('where the first one %s, one of the others makes it', async (_, end) => {
  const [first, ...others] = Array.from({ length: 20 }, ask)
  const told = first?.catch(() => 'failed')
  await begun(1)
  end(makers[0])
  await begun(2)
  makers[1]?.resolve(page)
  await told
  for (const answer of await Promise.all(others))
    expect(answer).toMatchObject({ body: Buffer.from('hers') })
  expect(makers).toHaveLength(2)
})
