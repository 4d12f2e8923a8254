import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { encryptSecret, newWebhookSecret, signMessage } from '#lib/webhooks/sign-message.ts'

const BODY = '{"type":"test"}'

/** What docs/webhooks.md tells whoever receives messages to save and to run. */
type Receiver = {
  isGenuine: (headers: object, body: string, now?: number) => boolean
  receiver: Server
}

test('the receiver of the documentation knows our messages from all others', async () => {
  const secret = newWebhookSecret()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const { isGenuine } = await receiverOfTheDocs(secret)
  const at = new Date('2026-05-26T08:00:00Z')
  const headers = signMessage(encryptSecret(secret), 'msg_1', at, BODY)
  const isTaken = (changes: object, body = BODY, late = 0) =>
    isGenuine({ ...headers, ...changes }, body, at.getTime() + late)
  expect(isTaken({})).toBe(true)
  expect(isTaken({ 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` })).toBe(true)
  expect(isTaken({}, '{"type":"test" }')).toBe(false)
  expect(isTaken({ 'webhook-id': 'msg_2' })).toBe(false)
  expect(isTaken({ 'webhook-timestamp': 'now' })).toBe(false)
  expect(isTaken({ 'webhook-signature': undefined })).toBe(false)
  expect(isTaken({}, BODY, 6 * 60_000)).toBe(false)
  const others = signMessage(encryptSecret(newWebhookSecret()), 'msg_1', at, BODY)
  expect(isTaken(others)).toBe(false)
})

async function receiverOfTheDocs(secret: string): Promise<Receiver> {
  const folder = mkdtempSync(join(tmpdir(), 'open-letter-receiver-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [, script = ''] = readFileSync('docs/webhooks.md', 'utf8').match(/```js\n(.*?)```/s) ?? []
  const file = join(folder, 'receiver.mjs')
  writeFileSync(file, script)
  vi.stubEnv('WEBHOOK_SECRET', secret)
  vi.stubEnv('PORT', '')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  return import(file)
}
