import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Delivery, MailDoor } from '#lib/mail/message.ts'
import { MOST_ATTEMPTS } from '#lib/mail/retry.ts'
import { sendDueMails } from '#lib/mail/send-due-mails.ts'
import { runMailWorker } from '#lib/mail/worker.ts'
import { signLetter } from '#lib/signatures/sign-letter.ts'
import { emptyDatabase } from '../../support/database.ts'
import { passTime } from '../../support/outbox.ts'
import { amina, camille, details } from '../../support/people.ts'

const SENT: Delivery = { outcome: 'sent' }
const BUSY: Delivery = { outcome: 'refused', code: 'rate_limit_exceeded', isTemporary: true }
const WRONG: Delivery = { outcome: 'refused', code: 'validation_error', isTemporary: false }

/** A door that remembers who was written to, and answers as it is told. */
function doorThat(answer: (to: string) => Delivery | Promise<Delivery>) {
  const opened: string[] = []
  const door: MailDoor = async ({ to }) => {
    opened.push(to)
    return answer(to)
  }
  return { door, opened }
}

const onlyMail = () => database.mail.findFirstOrThrow()

beforeEach(emptyDatabase)

describe('a mail is not lost', () => {
  test('when the worker dies between taking it and sending it', async () => {
    await signLetter(camille)
    const dies = Promise.withResolvers<void>()
    const dying: MailDoor = () => {
      dies.resolve()
      return new Promise(() => {})
    }
    sendDueMails(dying)
    await dies.promise
    const { door, opened } = doorThat(() => SENT)
    expect(await sendDueMails(door)).toBe(0)
    await passTime()
    expect(await sendDueMails(door)).toBe(1)
    expect(opened).toEqual([camille.email])
    expect(await onlyMail()).toMatchObject({ status: 'sent', attempts: 2, lastError: null })
  })

  test('when the provider is busy: it waits, and goes out later', async () => {
    await signLetter(camille)
    const start = Date.now()
    await sendDueMails(doorThat(() => BUSY).door)
    const waiting = await onlyMail()
    expect(waiting).toMatchObject({ status: 'waiting', lastError: 'rate_limit_exceeded' })
    expect(waiting.nextAttemptAt.getTime()).toBeGreaterThan(start + 3_000)
    const { door, opened } = doorThat(() => SENT)
    expect(await sendDueMails(door)).toBe(0)
    await passTime()
    await sendDueMails(door)
    expect(opened).toEqual([camille.email])
    const sent = await onlyMail()
    expect(sent).toMatchObject({ status: 'sent', lastError: null })
    expect(sent.sentAt?.getTime()).toBeGreaterThanOrEqual(start)
  })

  test('when the provider asks for patience: it gets as much', async () => {
    await signLetter(camille)
    const start = Date.now()
    await sendDueMails(doorThat(() => ({ ...BUSY, retryAfterMs: 3_600_000 })).door)
    expect((await onlyMail()).nextAttemptAt.getTime()).toBeGreaterThanOrEqual(start + 3_600_000)
  })

  test('when the door breaks: the reason is a code, without a word that may hold an address', async () => {
    await signLetter(camille)
    const broken = doorThat(() => {
      throw new Error('connect ECONNREFUSED for camille.roux@example.org')
    })
    await sendDueMails(broken.door)
    expect(await onlyMail()).toMatchObject({ status: 'waiting', lastError: 'no_answer' })
  })
})

describe('a mail is given up', () => {
  test('at once when no attempt can mend it', async () => {
    await signLetter(camille)
    const { door, opened } = doorThat(() => WRONG)
    await sendDueMails(door)
    await passTime()
    await sendDueMails(door)
    expect(opened).toHaveLength(1)
    expect(await onlyMail()).toMatchObject({ status: 'failed', lastError: 'validation_error' })
  })

  test(`after ${MOST_ATTEMPTS} attempts`, async () => {
    await signLetter(camille)
    const { door, opened } = doorThat(() => BUSY)
    for (let attempt = 0; attempt < MOST_ATTEMPTS + 3; attempt += 1) {
      await passTime()
      await sendDueMails(door)
    }
    expect(opened).toHaveLength(MOST_ATTEMPTS)
    expect(await onlyMail()).toMatchObject({ status: 'failed', attempts: MOST_ATTEMPTS })
  })

  test('alone: the others of its batch go out', async () => {
    await signLetter(camille)
    await signLetter(amina)
    await sendDueMails(doorThat(to => (to === camille.email ? WRONG : SENT)).door)
    const statuses = await database.mail.groupBy({ by: ['status'], _count: true })
    expect(statuses).toEqual(
      expect.arrayContaining([
        { status: 'failed', _count: 1 },
        { status: 'sent', _count: 1 },
      ]),
    )
  })
})

describe('several workers', () => {
  test('send each mail once', async () => {
    const people = Array.from({ length: 90 }, (_, n) => details({ email: `s${n}@example.org` }))
    await Promise.all(people.map(person => signLetter(person)))
    const { door, opened } = doorThat(() => SENT)
    const untilDone = async () => {
      while ((await sendDueMails(door)) > 0);
    }
    await Promise.all([untilDone(), untilDone(), untilDone()])
    expect(opened.toSorted()).toEqual(people.map(({ email }) => email).toSorted())
  })

  test('a slow one whose turn has passed cannot undo what the next one did', async () => {
    await signLetter(camille)
    const called = Promise.withResolvers<void>()
    const late = Promise.withResolvers<Delivery>()
    const slow = sendDueMails(() => {
      called.resolve()
      return late.promise
    })
    await called.promise
    await passTime()
    await sendDueMails(doorThat(() => SENT).door)
    late.resolve(WRONG)
    await slow
    expect(await onlyMail()).toMatchObject({ status: 'sent', lastError: null })
  })
})

describe('the worker', () => {
  test('sends what is written while it runs, and stops when it is told', async () => {
    const stop = new AbortController()
    const { door, opened } = doorThat(() => SENT)
    const sentences: string[] = []
    const worker = runMailWorker(door, stop.signal, sentence => sentences.push(sentence))
    await signLetter(camille)
    await expect.poll(() => opened, { timeout: 5_000 }).toEqual([camille.email])
    stop.abort()
    await worker
    expect(sentences).toEqual([])
    await signLetter(amina)
    expect(await database.mail.count({ where: { status: 'waiting' } })).toBe(1)
  })
})

test('a signature and its mail are written together or not at all', async () => {
  const impossible = details({ name: 'A\0B' })
  await expect(signLetter(impossible)).rejects.toThrow()
  expect(await database.signature.count()).toBe(0)
  expect(await database.mail.count()).toBe(0)
})
