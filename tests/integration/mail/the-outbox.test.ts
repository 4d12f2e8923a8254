import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Answer, MailTransport } from '#lib/mail/message.ts'
import { MOST_ATTEMPTS } from '#lib/mail/outbox/retry.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  aTransport,
  passTime,
  type Refusal,
  remembering,
  sendDueMails,
  transportThat,
} from '../../support/fakes/transport.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille, details } from '../../support/people/signatories.ts'

const BUSY: Refusal = { outcome: 'refused', code: 'rate_limit_exceeded', reason: 'busy' }
const CLOSED: Refusal = { outcome: 'refused', code: 'invalid_api_key', reason: 'closed' }
const WRONG: Refusal = { outcome: 'refused', code: 'validation_error', reason: 'permanent' }

const onlyMail = () => database.mail.findFirstOrThrow()

beforeEach(emptyDatabase)

describe('a mail is not lost', () => {
  test('when the worker dies between taking it and sending it', async () => {
    await signLetter(camille)
    const dies = Promise.withResolvers<void>()
    const dying: MailTransport = aTransport(() => {
      dies.resolve()
      return new Promise(() => {})
    })
    sendDueMails(dying)
    await dies.promise
    const { transport, opened } = remembering()
    expect(await sendDueMails(transport)).toBe(0)
    await passTime()
    expect(await sendDueMails(transport)).toBe(1)
    expect(opened).toEqual([camille.email])
    expect(await onlyMail()).toMatchObject({ status: 'sent', attempts: 2, lastError: null })
  })

  test('when the provider is busy: it waits, and goes out later', async () => {
    await signLetter(camille)
    const start = Date.now()
    await sendDueMails(remembering(() => BUSY).transport)
    const waiting = await onlyMail()
    expect(waiting).toMatchObject({ status: 'waiting', lastError: 'rate_limit_exceeded' })
    expect(waiting.nextAttemptAt.getTime()).toBeGreaterThan(start + 3_000)
    const { transport, opened } = remembering()
    expect(await sendDueMails(transport)).toBe(0)
    await passTime()
    await sendDueMails(transport)
    expect(opened).toEqual([camille.email])
    const sent = await onlyMail()
    expect(sent).toMatchObject({ status: 'sent', lastError: null })
    expect(sent.sentAt?.getTime()).toBeGreaterThanOrEqual(start)
  })

  test('when the provider asks for patience: everybody’s mail waits as long', async () => {
    await signLetter(camille)
    const start = Date.now()
    await sendDueMails(remembering(() => ({ ...BUSY, retryAfterMs: 3_600_000 })).transport)
    expect((await onlyMail()).nextAttemptAt.getTime()).toBeGreaterThanOrEqual(start + 3_600_000)
    await signLetter(amina)
    const { transport, opened } = remembering()
    expect(await sendDueMails(transport)).toBe(0)
    expect(opened).toEqual([])
  })

  test('when the transport breaks: the reason is a code, without a word that may hold an address', async () => {
    await signLetter(camille)
    const broken = remembering(() => {
      throw new Error('connect ECONNREFUSED for camille.roux@example.org')
    })
    await sendDueMails(broken.transport)
    expect(await onlyMail()).toMatchObject({ status: 'sending', lastError: 'no_answer' })
  })

  test('and none goes twice: once a call was lost, a refusal frees nothing of its batch', async () => {
    await signLetter(camille)
    const handed: string[] = []
    const transport = (answer: Answer) =>
      aTransport(async ({ id }) => {
        handed.push(id)
        return answer
      })
    await sendDueMails(transport({ outcome: 'unanswered', code: 'no_answer' }))
    for (const refusal of [BUSY, CLOSED]) {
      await passTime()
      await sendDueMails(transport(refusal))
    }
    expect(new Set(handed).size).toBe(1)
    expect(handed).toHaveLength(3)
    expect(await onlyMail()).toMatchObject({ status: 'sending', batchId: handed[0] })
  })

  test('however often the provider is too busy for it', async () => {
    await signLetter(camille)
    for (let attempt = 0; attempt < MOST_ATTEMPTS + 3; attempt += 1) {
      await passTime()
      await sendDueMails(remembering(() => BUSY).transport)
    }
    expect(await onlyMail()).toMatchObject({ status: 'waiting', attempts: MOST_ATTEMPTS + 3 })
  })
})

describe('a mail is given up', () => {
  test('at once when no attempt can mend it', async () => {
    await signLetter(camille)
    const { transport, opened } = remembering(() => WRONG)
    await sendDueMails(transport)
    await passTime()
    await sendDueMails(transport)
    expect(opened).toHaveLength(1)
    expect(await onlyMail()).toMatchObject({ status: 'failed', lastError: 'validation_error' })
  })

  test(`after ${MOST_ATTEMPTS} attempts`, async () => {
    await signLetter(camille)
    const { transport, opened } = remembering(() => CLOSED)
    for (let attempt = 0; attempt < MOST_ATTEMPTS + 3; attempt += 1) {
      await passTime()
      await sendDueMails(transport)
    }
    expect(opened).toHaveLength(MOST_ATTEMPTS)
    expect(await onlyMail()).toMatchObject({ status: 'failed', attempts: MOST_ATTEMPTS })
  })

  test('alone: the others of its batch go out', async () => {
    await signLetter(camille)
    await signLetter(amina)
    const transport = transportThat(({ to }) =>
      to === camille.email ? { outcome: 'refused', code: 'validation_error' } : { outcome: 'sent' },
    )
    while ((await sendDueMails(transport)) > 0);
    const mails = await database.mail.findMany({ include: { signature: true } })
    const statuses = mails.map(({ signature, status }) => [signature?.email, status])
    expect(Object.fromEntries(statuses)).toEqual({
      [camille.email]: 'failed',
      [amina.email]: 'sent',
    })
  })

  test('alone even where the provider refuses all for it', async () => {
    await signLetter(camille)
    await signLetter(amina)
    const transport = aTransport(async ({ messages }) => {
      if (messages.some(({ to }) => to === camille.email)) return WRONG
      return { outcome: 'answered', deliveries: messages.map(() => ({ outcome: 'sent' })) }
    })
    while ((await sendDueMails(transport)) > 0);
    expect(await database.mail.count({ where: { status: 'sent' } })).toBe(1)
    expect(await database.mail.count({ where: { status: 'failed' } })).toBe(1)
  })
})

test('a signature and its mail are written together or not at all', async () => {
  const impossible = details({ name: 'A\0B' })
  await expect(signLetter(impossible)).rejects.toThrow()
  expect(await database.signature.count()).toBe(0)
  expect(await database.mail.count()).toBe(0)
})
