import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { resendTransport } from '#lib/mail/resend-transport.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type Behaviour, startFakeResend } from '../../support/fakes/fake-resend.ts'
import { passTime, sendDueMails } from '../../support/fakes/transport.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille } from '../../support/people/signatories.ts'

const SHORT_TIMEOUT_MS = 200

let resend: Awaited<ReturnType<typeof startFakeResend>>

beforeEach(async () => {
  await emptyDatabase()
  resend = await startFakeResend()
})

afterEach(() => resend.stop())

const send = async (more: { timeoutMs?: number } = {}) => {
  await passTime()
  const settings = { apiKey: 're_secret', baseUrl: resend.url, callsPerSecond: 1_000 }
  return sendDueMails(resendTransport({ ...settings, ...more }))
}
const onlyMail = () => database.mail.findFirstOrThrow()

describe('Camille’s mail goes to Resend', () => {
  test('once, to her alone, with both twins, its own idempotency key and its own name', async () => {
    await signLetter(camille)
    await send()
    const mail = await onlyMail()
    expect(mail).toMatchObject({ status: 'sent', attempts: 1, providerId: expect.any(String) })
    const [call] = resend.calls
    expect(call).toMatchObject({
      path: '/emails',
      key: `batch/${mail.batchId}`,
      authorization: 'Bearer re_secret',
    })
    const [email] = call?.emails ?? []
    expect(email?.to).toBe(camille.email)
    expect(email?.html).toContain('Camille Roux')
    expect(email?.text).toContain('Camille Roux')
    expect(email?.tags).toEqual([{ name: 'mail', value: mail.id }])
  })

  test('once even when Resend’s answer is lost on the way', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'drop' })
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'sending' })
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'sent', attempts: 2 })
    expect(resend.calls).toHaveLength(2)
    expect(resend.delivered).toHaveLength(1)
  })

  test('with the very same words, whatever was changed since', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'drop' })
    await send()
    await database.confirmationLink.updateMany({ data: { details: amina } })
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'sent' })
    const [first, second] = resend.calls
    expect(second?.emails).toEqual(first?.emails)
    expect(resend.delivered).toHaveLength(1)
  })

  test('and while its answer is lost, the database holds none of its words', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'drop' })
    await send()
    const token = /token=([\w-]+)/.exec(resend.delivered[0]?.text ?? '')?.[1] ?? 'no token'
    const { payload } = await database.mailBatch.findFirstOrThrow()
    for (const word of [token, camille.email, 'Camille']) {
      expect(Buffer.from(payload ?? []).includes(word)).toBe(false)
    }
    await send()
    expect(await database.mailBatch.findFirst()).toMatchObject({
      status: 'answered',
      payload: null,
    })
  })
})

describe('Resend', () => {
  test.each<[string, Behaviour, string]>([
    [
      'has an accident',
      { does: 'refuse', error: 'internal_server_error' },
      'internal_server_error',
    ],
    ['is asked too often', { does: 'refuse', error: 'rate_limit_exceeded' }, 'rate_limit_exceeded'],
    [
      'has no quota left',
      { does: 'refuse', error: 'daily_quota_exceeded' },
      'daily_quota_exceeded',
    ],
    ['does not know our key', { does: 'refuse', error: 'invalid_api_key' }, 'invalid_api_key'],
    ['hangs', { does: 'hang' }, 'application_error'],
    ['drops the line', { does: 'drop' }, 'application_error'],
    ['is hidden by a proxy', { does: 'answer', status: 502, body: '<h1>Bad' }, 'application_error'],
    ['is hidden by a portal', { does: 'answer', status: 200, body: '<h1>Hi' }, 'application_error'],
    ['answers nothing of sense', { does: 'answer', status: 200, body: '{}' }, 'no_answer'],
    ['answers null', { does: 'answer', status: 500, body: 'null' }, 'no_answer'],
  ])('%s: the mail waits and goes out with the next attempt', async (_, behaviour, code) => {
    await signLetter(camille)
    resend.planned.push(behaviour)
    await send(behaviour.does === 'hang' ? { timeoutMs: SHORT_TIMEOUT_MS } : {})
    expect(await onlyMail()).toMatchObject({ lastError: code, sentAt: null })
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'sent', lastError: null })
    expect(resend.delivered).toHaveLength(1)
  })

  test('asks for an hour: the mail waits for an hour', async () => {
    await signLetter(camille)
    const start = Date.now()
    resend.planned.push({ does: 'refuse', error: 'rate_limit_exceeded', retryAfter: 3600 })
    await send()
    const { nextAttemptAt } = await onlyMail()
    expect(nextAttemptAt.getTime()).toBeGreaterThanOrEqual(start + 3_600_000)
  })

  test('asks for an hour with a date: so it is', async () => {
    await signLetter(camille)
    const date = new Date(Date.now() + 3_600_000)
    resend.planned.push({
      does: 'refuse',
      error: 'rate_limit_exceeded',
      retryAfter: date.toUTCString(),
    })
    await send()
    const { nextAttemptAt } = await onlyMail()
    expect(Math.abs(nextAttemptAt.getTime() - date.getTime())).toBeLessThan(60_000)
  })

  test('does not know our domain: the mails wait until somebody has set it right', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'refuse', error: 'validation_error', status: 403 })
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'waiting' })
  })

  test('says that the key stood for other words: nobody knows what was sent', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'refuse', error: 'invalid_idempotent_request' })
    await send()
    expect(await onlyMail()).toMatchObject({
      status: 'unknown',
      lastError: 'invalid_idempotent_request',
    })
  })

  test.each(['validation_error', 'invalid_parameter', 'missing_required_field'] as const)(
    'says %s: nothing is tried again, and its text, which names an address, is kept nowhere',
    async error => {
      await signLetter(camille)
      resend.planned.push({ does: 'refuse', error })
      await send()
      const mail = await onlyMail()
      expect(mail).toMatchObject({ status: 'failed', lastError: error })
      expect(JSON.stringify(mail)).not.toContain('@')
    },
  )
})
