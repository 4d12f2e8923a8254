import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findWebhookAddressFault,
  isPrivateNetwork,
  lookupPublic,
} from '#lib/webhooks/webhook-address.ts'

const SITE = 'https://letter.example.org'

test.each([
  ['https://crm.example.org/hooks?key=1', null],
  ['https://93.184.216.34/hook', null],
  ['http://crm.example.org/hook', 'not-https'],
  ['ftp://crm.example.org', 'not-an-address'],
  ['crm.example.org', 'not-an-address'],
  [`https://example.org/${'a'.repeat(500)}`, 'not-an-address'],
  ['https://lea:secret@crm.example.org/', 'has-credentials'],
  ['https://localhost/hook', 'private'],
  ['https://intranet/hook', 'private'],
  ['https://printer.local/', 'private'],
  ['https://127.1/', 'private'],
  ['https://0x7f000001/', 'private'],
  ['https://2130706433/', 'private'],
  ['https://169.254.169.254/latest/meta-data', 'private'],
  ['https://[::1]/', 'private'],
  ['https://[::ffff:10.0.0.1]/', 'private'],
  ['https://[fd00::1]/', 'private'],
])('%s: %s', (url, fault) => {
  expect(findWebhookAddressFault(url, SITE)).toBe(fault)
})

test('on one’s own machine a webhook may be there too, over http', () => {
  const own = 'http://localhost:3000'
  expect(findWebhookAddressFault('http://localhost:8080/hook', own)).toBeNull()
  expect(findWebhookAddressFault('http://10.0.0.1/hook', own)).toBe('not-https')
  expect(findWebhookAddressFault('https://10.0.0.1/hook', own)).toBe('private')
})

test('whatever is typed, it is an answer and no error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), typed => {
      findWebhookAddressFault(typed, SITE)
    }),
  )
})

test('every number of a private network is one, however it is wrapped', () => {
  const part = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.constantFrom('10', '127', '0'), part, part, part, (first, ...rest) => {
      const address = [first, ...rest].join('.')
      expect(isPrivateNetwork(address)).toBe(true)
      expect(isPrivateNetwork(`::ffff:${address}`)).toBe(true)
    }),
  )
  expect(['1.1.1.1', '2606:4700::1111'].map(isPrivateNetwork)).toEqual([false, false])
})

test('a name that leads to a private number is not connected to', async () => {
  const error = await new Promise(resolve => lookupPublic('localhost', {}, resolve))
  expect(error).toMatchObject({ code: 'PRIVATE' })
})
