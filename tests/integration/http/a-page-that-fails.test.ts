import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { sendFailuresInWords } from '../../../server/failure-page.ts'

const server = createServer((request, response) => {
  sendFailuresInWords(request, response)
  const { url } = request
  response.statusCode = url?.includes('fails') ? 500 : url?.includes('nowhere') ? 404 : 200
  response.setHeader('Content-Type', 'text/html')
  response.flushHeaders()
  response.write('<html id="__next_error__">')
  response.end('</html>')
}).listen(0)
afterAll(() => server.close())

const get = async (path: string, headers: Record<string, string>) => {
  if (!server.listening) await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return fetch(`http://localhost:${port}${path}`, { headers })
}

const READER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each([
  ['/fr/fails', {}, 'fr'],
  ['/en/fails?x=1', {}, 'en'],
  ['/fails', { 'Accept-Language': 'en' }, 'en'],
])('a page that fails is answered in words: %s', async (path, headers, language) => {
  const answer = await get(path, { ...READER, ...headers })
  const html = await answer.text()
  expect(answer.status).toBe(500)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).toContain(readMessages(language).problems.error.title)
  expect(html).not.toContain('__next_error__')
  // The letter may be private: what is sent was built when nobody knew.
  expect(html).not.toContain(readLetter(language).title)
})

test('a page that is not there says so, in its language', async () => {
  const answer = await get('/en/nowhere', READER)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain(readMessages('en').problems.notFound.title)
})

test('an address in no known language is answered in all of them', async () => {
  const html = await (await get('/xx/nowhere', READER)).text()
  for (const language of languages()) {
    expect(html).toContain(readMessages(language).problems.notFound.title)
  }
})

test('what is no page, and what did not fail, stays as it is', async () => {
  const ofMachine = await get('/fr/fails', { Accept: 'application/json' })
  expect(await ofMachine.text()).toBe('<html id="__next_error__"></html>')
  const whole = await get('/fr', READER)
  expect([whole.status, await whole.text()]).toEqual([200, '<html id="__next_error__"></html>'])
})
