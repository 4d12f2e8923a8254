import { beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Answer } from '#lib/mail/message.ts'
import { claimBatch } from '#lib/mail/outbox/claim-batch.ts'
import { renderBatch } from '#lib/mail/outbox/render-batch.ts'
import { sendBatch } from '#lib/mail/outbox/send-batch.ts'
import { runMailWorker } from '#lib/mail/outbox/worker.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  aTransport,
  passTime,
  type Refusal,
  remembering,
  sendDueMails,
} from '../../support/fakes/transport.ts'
import { queueConfirmations } from '../../support/people/queue-mails.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille } from '../../support/people/signatories.ts'

const WRONG: Refusal = { outcome: 'refused', code: 'validation_error', reason: 'permanent' }

/** For a machine that is slow: what is waited for comes within milliseconds on others. */
const PATIENCE = { timeout: 20_000 }

const onlyMail = () => database.mail.findFirstOrThrow()

/** Whether somebody waits for a row that another holds. */
async function isHeldUp() {
  const waiting = await database.$queryRaw<unknown[]>`
    SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active'`
  return waiting.length > 0
}

beforeEach(emptyDatabase)

describe('several workers', () => {
  test('send each mail once', async () => {
    await queueConfirmations(90)
    const { transport, opened } = remembering()
    const few = { ...transport, mostMessages: 7 }
    const untilDone = async () => {
      while ((await sendDueMails(few)) > 0);
    }
    await Promise.all([untilDone(), untilDone(), untilDone()])
    expect(opened).toHaveLength(90)
    expect(new Set(opened).size).toBe(90)
  })

  test('a slow one whose turn has passed cannot undo what the next one did', async () => {
    await signLetter(camille)
    const called = Promise.withResolvers<void>()
    const late = Promise.withResolvers<Answer>()
    const slow = sendDueMails(
      aTransport(() => {
        called.resolve()
        return late.promise
      }),
    )
    await called.promise
    await passTime()
    await sendDueMails(remembering().transport)
    late.resolve(WRONG)
    await slow
    expect(await onlyMail()).toMatchObject({ status: 'sent', lastError: null })
  })

  test('a batch that is made late is not taken apart at the same moment', async () => {
    await signLetter(camille)
    const { transport } = remembering()
    const claim = await claimBatch(transport)
    if (!('batchId' in claim)) throw new Error('Nothing was claimed.')
    await passTime()
    let looking: Promise<unknown> = Promise.resolve()
    let hasLooked = false
    await database.$transaction(async transaction => {
      await transaction.mailBatch.update({
        where: { id: claim.batchId },
        data: { payload: Buffer.from('made'), firstTriedAt: new Date() },
      })
      looking = claimBatch(transport).finally(() => {
        hasLooked = true
      })
      await vi.waitUntil(async () => hasLooked || (await isHeldUp()), PATIENCE)
    }, PATIENCE)
    await looking
    expect(await onlyMail()).toMatchObject({ status: 'sending', batchId: claim.batchId })
  })

  test('a worker that stops late gives nothing back that another has in hand', async () => {
    await signLetter(camille)
    const { transport } = remembering()
    const claim = await claimBatch(transport)
    if (!('batchId' in claim)) throw new Error('Nothing was claimed.')
    await renderBatch(claim.batchId)
    await passTime()
    expect(await claimBatch(transport)).toEqual({ batchId: claim.batchId, attempt: 2 })
    await sendBatch(transport, claim, AbortSignal.abort())
    const batch = await database.mailBatch.findFirstOrThrow()
    expect(batch).toMatchObject({ attempts: 2, payload: expect.anything() })
  })

  test('a batch that is taken apart while it is made is no trouble: its mails go with the next', async () => {
    await signLetter(camille)
    const { transport, opened } = remembering()
    const claim = await claimBatch(transport)
    if (!('batchId' in claim)) throw new Error('Nothing was claimed.')
    let making: Promise<unknown> = Promise.resolve()
    await database.$transaction(async transaction => {
      await transaction.mailBatch.delete({ where: { id: claim.batchId } })
      await transaction.mail.updateMany({ data: { status: 'waiting', batchId: null } })
      making = sendBatch(transport, claim)
      await vi.waitUntil(isHeldUp, PATIENCE)
    }, PATIENCE)
    await making
    expect(opened).toEqual([])
    await sendDueMails(transport)
    expect(opened).toEqual([camille.email])
  })
})

describe('the worker', () => {
  test('sends what is written while it runs, and stops when it is told', async () => {
    const stop = new AbortController()
    const { transport, opened } = remembering()
    const sentences: string[] = []
    const worker = runMailWorker(transport, stop.signal, { ms: 500 }, sentence => {
      sentences.push(sentence)
    })
    await signLetter(camille)
    await expect.poll(() => opened).toEqual([camille.email])
    stop.abort()
    await worker
    expect(sentences).toEqual([])
    await signLetter(amina)
    expect(await database.mail.count({ where: { status: 'waiting' } })).toBe(1)
  })

  test('finishes what is under way, and gives back at once what is not', async () => {
    await signLetter(camille)
    const stop = new AbortController()
    stop.abort()
    const { transport, opened } = remembering()
    await sendDueMails(transport, stop.signal)
    expect(opened).toEqual([])
    await sendDueMails(transport)
    expect(opened).toEqual([camille.email])
  })
})
