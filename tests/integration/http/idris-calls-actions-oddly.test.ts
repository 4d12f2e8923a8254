import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKnownRequests } from '../../../bin/support/list-requests.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { sendRaw } from '../../support/site/raw-request.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite()
})
afterAll(() => site.stop())

describe('a form or call for an action', () => {
  const PAGE = '/fr/organisers/sign-in'
  const own = readKnownRequests().routes.find(({ path }) => path === '/[locale]/organisers/sign-in')
  const known = readKnownRequests().actions
  const id = own?.actions?.find(each => known[each]?.join() === 'locale,text,state,form') ?? ''
  const call = (body: string, type = 'text/plain;charset=UTF-8', action?: string) =>
    sendRaw(Number(new URL(site.address).port), {
      method: 'POST',
      target: PAGE,
      headers: [
        ...Object.entries(OUR_PAGE),
        ['Content-Type', type],
        ...(action === undefined ? [] : [['Next-Action', action] as [string, string]]),
      ],
      body,
    })

  test('with all that it takes is answered', async () => {
    expect(await call('["fr","/",{},"$K1"]', undefined, id)).toMatchObject({ status: 200 })
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    '["fr"]',
    '["xx","/",{},"$K1"]',
    '[null,"/",{},"$K1"]',
    '["fr",{},{},"$K1"]',
    '["fr","/",{},null]',
    '["fr","/",{},{}]',
    '["fr","/",{},"$F1"]',
    '["fr","$@1",{},"$K1"]',
    '["fr","\\u0000",{},"$K1"]',
    '["fr","/",{"then":"$F1"},"$K1"]',
    '["fr","/",{"a":"$Q1"},"$K1"]',
    '["fr","/",{"__proto__":{}},"$K1"]',
    `["fr","/",${'['.repeat(5_000)}${']'.repeat(5_000)},"$K1"]`,
  ])('with the arguments %s is refused', async sent => {
    expect((await call(sent, undefined, id)).status).toBe(400)
  })

  test.each([
    ['without an end', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'],
    ['without an action', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n'],
    ['without a part', 'x'],
  ])('%s is refused', async (_, body) => {
    expect((await call(body, 'multipart/form-data; boundary=b')).status).toBe(400)
    expect((await call(body, 'multipart/form-data')).status).toBe(400)
  })

  test('of an unknown action is told so', async () => {
    const { status, head } = await call('[]', undefined, '0'.repeat(42))
    expect(status).toBe(404)
    expect(head.toLowerCase()).toContain('x-nextjs-action-not-found: 1')
    const field = `--b\r\nContent-Disposition: form-data; name="$ACTION_ID_00"\r\n\r\n\r\n--b--\r\n`
    expect((await call(field, 'multipart/form-data; boundary=b')).status).toBe(409)
  })
})

test('nothing of all this was a failure of the site', () => {
  expect(site.complaints()).toBe('')
})
