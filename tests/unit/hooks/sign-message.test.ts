import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { newHookSecret, sealSecret, signMessage } from '#lib/hooks/sign-message.ts'

test('a signature is what the standard says: HMAC-SHA256 of id, time and body', () => {
  const secret = newHookSecret()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const at = new Date('2026-05-26T08:00:00Z')
  const headers = signMessage(sealSecret(secret), 'msg_1', at, '{"type":"test"}')
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const time = at.getTime() / 1000
  const hmac = createHmac('sha256', key).update(`msg_1.${time}.{"type":"test"}`).digest('base64')
  expect(headers).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(time),
    'webhook-signature': `v1,${hmac}`,
  })
})
