import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pageTemplates } from '../../../server/page-templates.ts'

const MOST_TEMPLATES = 100

const request = { method: 'GET', headers: {} } as IncomingMessage

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

test('whoever asks for many different pages does not fill the memory: so many are kept', async () => {
  const made: string[] = []
  const templateOf = pageTemplates(page => page)
  const ask = (path: string) =>
    templateOf(path, request, async ({ url = '' }) => {
      made.push(url)
      return { status: 200, headers: {}, body: Buffer.from('<p>') }
    })
  for (let page = 0; page < MOST_TEMPLATES; page += 1) await ask(`/en/${page}`)
  await ask('/en/0')
  expect(made).toHaveLength(MOST_TEMPLATES)
  await ask('/en/one-more')
  await ask('/en/0')
  expect(made.slice(MOST_TEMPLATES)).toEqual(['/en/one-more', '/en/0'])
})
