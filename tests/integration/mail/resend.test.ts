import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { resendDoor } from '#lib/mail/resend-door.ts'
import { sendDueMails } from '#lib/mail/send-due-mails.ts'
import { signLetter } from '#lib/signatures/sign-letter.ts'
import { emptyDatabase } from '../../support/database.ts'
import { passTime } from '../../support/outbox.ts'
import { amina, camille } from '../../support/people.ts'
import { type Behaviour, startResendStandIn } from '../../support/resend-stand-in.ts'

const SHORT_TIMEOUT_MS = 200

let resend: Awaited<ReturnType<typeof startResendStandIn>>

beforeEach(async () => {
  await emptyDatabase()
  resend = await startResendStandIn()
})

afterEach(() => resend.stop())

const send = () => sendDueMails(resendDoor('re_secret', resend.url, SHORT_TIMEOUT_MS))
const onlyMail = () => database.mail.findFirstOrThrow()

describe('Camille’s mail goes to Resend', () => {
  test('once, to her alone, with both twins and its own idempotency key', async () => {
    await signLetter(camille)
    await send()
    const mail = await onlyMail()
    expect(mail).toMatchObject({ status: 'sent', attempts: 1 })
    const [call] = resend.calls
    expect(call).toMatchObject({ key: `mail/${mail.id}`, authorization: 'Bearer re_secret' })
    expect(call?.email.to).toBe(camille.email)
    expect(call?.email.html).toContain('Camille Roux')
    expect(call?.email.text).toContain('Camille Roux')
    expect(Object.keys(call?.email ?? {}).sort()).toEqual(['from', 'html', 'subject', 'text', 'to'])
  })

  test('once even when Resend’s answer is lost on the way', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'drop' })
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'waiting' })
    await passTime()
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'sent', attempts: 2 })
    expect(resend.calls).toHaveLength(2)
    expect(resend.delivered).toHaveLength(1)
  })

  test('never with other words under the same key: Resend would refuse it for good', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'drop' })
    await send()
    await database.confirmationLink.updateMany({ data: { details: amina } })
    await passTime()
    await send()
    expect(await onlyMail()).toMatchObject({
      status: 'failed',
      lastError: 'invalid_idempotent_request',
    })
    expect(resend.delivered).toHaveLength(1)
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
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'waiting', lastError: code })
    await passTime()
    await send()
    expect(await onlyMail()).toMatchObject({ status: 'sent', lastError: null })
    expect(resend.delivered).toHaveLength(1)
  })

  test('asks for an hour: the mail waits for an hour', async () => {
    await signLetter(camille)
    const start = Date.now()
    resend.planned.push({ does: 'refuse', error: 'rate_limit_exceeded', retryAfterSeconds: 3600 })
    await send()
    const { nextAttemptAt } = await onlyMail()
    expect(nextAttemptAt.getTime()).toBeGreaterThanOrEqual(start + 3_600_000)
  })

  test.each(['validation_error', 'invalid_from_address', 'missing_required_field'] as const)(
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

  test('refuses one address: the other mails go out', async () => {
    await signLetter(camille)
    await signLetter(amina)
    resend.planned.push({ does: 'refuse', error: 'validation_error' })
    await send()
    expect(resend.delivered).toHaveLength(1)
    expect(await database.mail.count({ where: { status: 'failed' } })).toBe(1)
  })

  test('is slow: signing is not', async () => {
    await signLetter(camille)
    resend.planned.push({ does: 'hang' })
    const sending = send()
    await signLetter(amina)
    expect(await database.signature.count()).toBe(2)
    await sending
  })
})
