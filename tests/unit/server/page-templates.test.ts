import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const campaign = vi.hoisted(() => ({ state: 'open' }))
vi.mock('#lib/campaign/campaign-cache.ts', () => ({
  knownCampaignState: async () => campaign.state,
}))

const { pageTemplates } = await import('../../../server/page-templates.ts')
const { emptyPages } = await import('../../../server/page-memory.ts')

const MOST_TEMPLATES = 100

const request = {
  method: 'GET',
  headers: { host: 'letter.example', cookie: 'hers=1', 'x-middleware-prefetch': '1' },
} as unknown as IncomingMessage

let made: IncomingMessage[]
let answer: { status: number; headers: Record<string, string>; body: Buffer }
let ask: (path: string) => Promise<unknown>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  campaign.state = 'open'
  made = []
  answer = { status: 200, headers: {}, body: Buffer.from('<p>') }
  const fillIn = pageTemplates(page => page)
  const make = async (asked: IncomingMessage) => {
    made.push(asked)
    return answer
  }
  ask = path => fillIn(path, request, make, page => `${page}hers`)
})
afterEach(() => vi.useRealTimers())

test('a page is made once, and filled in for each reader', async () => {
  for (let reader = 0; reader < 3; reader += 1)
    expect(await ask('/en/1')).toEqual({ status: 200, headers: {}, body: Buffer.from('<p>hers') })
  expect(made.map(({ url }) => url)).toEqual(['/en/1'])
})

test('nothing of whoever asked first is kept: no cookie, no word of her address', async () => {
  answer.headers = { 'set-cookie': 'hers=2', 'referrer-policy': 'same-origin', vary: 'accept' }
  expect(await ask('/en/1')).toMatchObject({ headers: { vary: 'accept' } })
  expect(Object.keys(made[0]?.headers ?? {})).toEqual(['host', 'x-page-path', 'x-places'])
})

test.each([
  ['whatever shows has changed', () => emptyPages()],
  [
    'the day has come on which signing ends',
    () => void Object.assign(campaign, { state: 'closed' }),
  ],
  ['it is too old', () => void vi.setSystemTime(Date.now() + 10_000)],
])('it is made anew once %s', async (_, happens) => {
  await ask('/en/1')
  happens()
  await ask('/en/1')
  expect(made).toHaveLength(2)
})

test('who asked after a change gets no page that was begun before it', async () => {
  const fillIn = pageTemplates(page => page)
  const makers: PromiseWithResolvers<typeof answer>[] = []
  const late = (page: string) => fillIn('/en/1', request, nextMaker, () => page)
  const nextMaker = () => {
    const maker = Promise.withResolvers<typeof answer>()
    makers.push(maker)
    return maker.promise
  }
  const before = late('before')
  await vi.waitFor(() => expect(makers).toHaveLength(1))
  emptyPages()
  const after = late('after')
  makers[0]?.resolve(answer)
  await before
  await vi.waitFor(() => expect(makers).toHaveLength(2))
  makers[1]?.resolve(answer)
  expect(await after).toMatchObject({ body: Buffer.from('after') })
})

test('whoever asks for many different pages does not fill the memory: the oldest are forgotten', async () => {
  for (let page = 0; page < MOST_TEMPLATES; page += 1) await ask(`/en/${page}`)
  await ask('/en/one-more')
  made = []
  await ask('/en/1')
  expect(made).toEqual([])
  await ask('/en/0')
  expect(made).toHaveLength(1)
})
