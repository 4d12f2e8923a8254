import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { mailNotices } from '#lib/mail/mail-notices.ts'
import type { Answer, MailTransport } from '#lib/mail/message.ts'
import { claimBatch } from '#lib/mail/outbox/claim-batch.ts'
import { readQuotaUse } from '#lib/mail/outbox/quotas.ts'
import { sendBatch } from '#lib/mail/outbox/send-batch.ts'
import { noteAtThrottle } from '#lib/mail/outbox/throttle.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aTransport, passTime, remembering, sendDueMails } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { queueConfirmations } from '../../support/people/queue-mails.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille, details } from '../../support/people/signatories.ts'

const PLENTY = { minute: 1_000, hour: 1_000, day: 1_000 }
const LIVES_OF_A_CALL = 8
const HOUR_MS = 3_600_000

beforeEach(emptyDatabase)

const dead: MailTransport = aTransport(async () => ({ outcome: 'unanswered', code: 'no_answer' }))

async function sendWithin(transport: MailTransport, quotas: typeof PLENTY) {
  let mails = 0
  for (;;) {
    const claim = await claimBatch(transport, quotas)
    if (!('batchId' in claim)) return mails
    mails += await sendBatch(transport, claim)
  }
}

describe('what somebody waits for goes first', () => {
  test('a link to one’s own signature before confirmations, those before reminders', async () => {
    const noor = aSignature({ email: 'noor@example.org' })
    await insertSignatures(database, [noor])
    await database.mail.create({ data: { kind: 'reminder', signatureId: noor.id } })
    await signLetter(camille)
    await requestMagicLink('noor@example.org')
    const { transport } = remembering()
    const kinds = []
    for (let mail = 0; mail < 3; mail += 1) {
      await sendDueMails({ ...transport, mostMessages: 1 })
      const sent = await database.mail.findMany({
        where: { status: 'sent' },
        orderBy: { sentAt: 'desc' },
      })
      kinds.push(sent[0]?.kind)
    }
    expect(kinds).toEqual(['magic_link', 'confirm', 'reminder'])
  })
})

describe('a quota', () => {
  test('that is used up makes mails wait, and loses none', async () => {
    await queueConfirmations(30)
    const { transport, opened } = remembering()
    expect(await sendWithin(transport, { ...PLENTY, hour: 12 })).toBe(12)
    expect(opened).toHaveLength(12)
    expect(await database.mail.count({ where: { status: 'waiting' } })).toBe(18)
    expect(await mailNotices({ ...PLENTY, hour: 12 })).toEqual([
      { notice: 'quota-full', window: 'hour', limit: 12, used: 12 },
    ])
    expect(await sendWithin(transport, PLENTY)).toBe(18)
  })

  test('warns at half, not before', async () => {
    await queueConfirmations(10)
    await sendWithin(remembering().transport, PLENTY)
    expect(await mailNotices({ ...PLENTY, day: 21 })).toEqual([])
    expect(await mailNotices({ ...PLENTY, day: 20 })).toEqual([
      { notice: 'quota-half', window: 'day', limit: 20, used: 10 },
    ])
  })

  test('keeps a fifth for mails that somebody waits for', async () => {
    await queueConfirmations(10)
    await database.mail.updateMany({ data: { kind: 'reminder' } })
    const { transport } = remembering()
    const quotas = { ...PLENTY, hour: 10 }
    expect(await sendWithin(transport, quotas)).toBe(8)
    await signLetter(camille)
    expect(await sendWithin(transport, quotas)).toBe(1)
  })
})

describe('a provider that asks for patience', () => {
  const busy: Answer = {
    outcome: 'refused',
    code: 'rate_limit_exceeded',
    reason: 'busy',
    retryAfterMs: HOUR_MS,
  }
  const isClosedForAnHour = async () => {
    const { circuitOpenUntil } = await database.mailThrottle.findFirstOrThrow()
    return circuitOpenUntil.getTime() > Date.now() + HOUR_MS - 60_000
  }

  test.each<[string, Answer]>([
    ['taken', { outcome: 'answered', deliveries: [] }],
    ['lost', { outcome: 'unanswered', code: 'no_answer' }],
    ['refused for now', { outcome: 'refused', code: 'smtp_451', reason: 'later' }],
    ['asked for a second', { ...busy, retryAfterMs: 1_000 }],
  ])('is left alone, though a call that was under way is then %s', async (_, answer) => {
    await signLetter(camille)
    await sendDueMails(aTransport(async () => busy))
    for (let call = 0; call < LIVES_OF_A_CALL; call += 1) await noteAtThrottle(answer)
    expect(await isClosedForAnHour()).toBe(true)
  })

  test('has taken nothing, so nothing of it counts against the quotas', async () => {
    await queueConfirmations(10)
    await sendDueMails(aTransport(async () => busy))
    expect((await readQuotaUse()).map(({ used }) => used)).toEqual([0, 0, 0])
  })
})

describe('a dead transport', () => {
  test('sends one probe at a time, for all instances, until the circuit breaker closes', async () => {
    for (let n = 0; n < LIVES_OF_A_CALL; n += 1) {
      await signLetter(details({ email: `s${n}@example.org` }))
      await sendDueMails(dead)
    }
    const [notice] = await mailNotices()
    expect(notice).toMatchObject({ notice: 'circuit-open', code: 'no_answer' })
    const { transport, opened } = remembering()
    expect(await sendDueMails(transport)).toBe(0)

    await database.mailThrottle.updateMany({ data: { circuitOpenUntil: new Date() } })
    const one = { ...transport, mostMessages: 1 }
    const probe = await claimBatch(one)
    expect(probe).toHaveProperty('batchId')
    expect(await claimBatch(one)).toEqual({ waitMs: expect.any(Number) })
    if ('batchId' in probe) await sendBatch(one, probe)
    expect(await mailNotices()).toEqual([])
    await passTime()
    while ((await sendDueMails(transport)) > 0);
    expect(opened).toHaveLength(LIVES_OF_A_CALL)
  })
})

describe('a batch without an answer', () => {
  test('is not handed over again after 23 hours: organisers are told', async () => {
    await signLetter(camille)
    await sendDueMails(dead)
    await database.$executeRaw`
      UPDATE mail_batch SET first_tried_at = now() - interval '23 hours 1 minute'`
    await passTime()
    const { transport, opened } = remembering()
    expect(await sendDueMails(transport)).toBe(0)
    expect(opened).toEqual([])
    expect(await database.mail.findFirst()).toMatchObject({ status: 'unknown' })
    expect(await database.mailBatch.findFirst()).toMatchObject({ status: 'unknown', payload: null })
    expect(await mailNotices()).toEqual([{ notice: 'mails-unknown', mails: 1 }])
  })

  test('that was frozen under another secret is not guessed at', async () => {
    await signLetter(camille)
    await sendDueMails(dead)
    await database.mailBatch.updateMany({ data: { payload: Buffer.alloc(64) } })
    await passTime()
    const { transport, opened } = remembering()
    await sendDueMails(transport)
    expect(opened).toEqual([])
    expect(await database.mail.findFirst()).toMatchObject({
      status: 'unknown',
      lastError: 'cannot_decrypt',
    })
  })
})

test('an address that was suppressed after its mail was written is left out of its batch, and of the quotas', async () => {
  await signLetter(camille)
  await signLetter(amina)
  await suppressAddress(database, emailKey(camille.email), 'bounced')
  const { transport, opened } = remembering()
  await sendDueMails(transport)
  expect(opened).toEqual([amina.email])
  expect(await database.mail.count({ where: { status: 'suppressed' } })).toBe(1)
  expect((await readQuotaUse()).find(({ window }) => window === 'day')?.used).toBe(1)
})

test('signing waits for no mail: a transport that never answers stops nobody, not even who signs again', async () => {
  await signLetter(camille)
  const called = Promise.withResolvers<void>()
  const stuck = aTransport(() => {
    called.resolve()
    return new Promise(() => {})
  })
  void sendDueMails(stuck)
  await called.promise
  await signLetter(camille)
  await signLetter(amina)
  expect(await database.signature.count()).toBe(2)
})
