import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { enqueueBroadcasts } from '#lib/broadcasts/enqueue-broadcast.ts'
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
} from '#lib/broadcasts/pause-broadcast.ts'
import { startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { database } from '#lib/database/client.ts'
import { claimBatch } from '#lib/mail/outbox/claim-batch.ts'
import { sendBatch } from '#lib/mail/outbox/send-batch.ts'
import { tidyOutbox } from '#lib/mail/outbox/tidy-outbox.ts'
import { retryFailedMails } from '#lib/overview/mail/retry-failed-mails.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  deliverMails,
  passTime,
  type Refusal,
  remembering,
  sendDueMails,
  tokenIn,
} from '../../support/fakes/transport.ts'
import { aDraft, newsReaders, revisionOf } from '../../support/people/broadcasts.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details } from '../../support/people/signatories.ts'

const BUSY: Refusal = { outcome: 'refused', code: 'rate_limit_exceeded', reason: 'busy' }

beforeEach(emptyDatabase)

/** Every mail that is due is handed over, refused for now, and waits again. */
async function isRefusedForNow() {
  await passTime()
  await sendDueMails(remembering(() => BUSY).transport)
}

async function delivered() {
  await passTime()
  return (await deliverMails()).map(({ to }) => to)
}

describe('a mail that was not sent is looked at again', () => {
  test.each(['confirm', 'reminder'] as const)(
    'who has confirmed by another mail meanwhile is not asked to: %s',
    async kind => {
      await signLetter(camille)
      const [message] = await deliverMails()
      const { signatureId, linkId } = await database.mail.findFirstOrThrow()
      await database.mail.create({ data: { kind, signatureId, linkId } })
      await isUnderWayWhile(() => confirmSignature(tokenIn(message)))
      expect(await delivered()).toEqual([])
      expect(await database.mail.count({ where: { status: { not: 'sent' } } })).toBe(0)
    },
  )

  test('who was looked at and counted meanwhile is not told that somebody will look', async () => {
    await signLetter(details({ name: 'Emmanuel Macron' }))
    await confirmSignature(tokenIn((await deliverMails())[0]))
    expect(await database.mail.count({ where: { kind: 'held' } })).toBe(1)
    await database.signature.updateMany({ data: { status: 'confirmed' } })
    expect(await delivered()).toEqual([])
  })

  test('whose signature was removed gets only the link that she asks for', async () => {
    await signLetter(camille)
    await isRefusedForNow()
    const { id: signatureId } = await database.signature.findFirstOrThrow()
    await database.signature.update({ where: { id: signatureId }, data: { status: 'removed' } })
    await database.mail.create({ data: { kind: 'magic_link', signatureId } })
    expect(await delivered()).toEqual([camille.email])
    expect(await database.mail.findMany()).toMatchObject([{ kind: 'magic_link', status: 'sent' }])
  })
})

test('who wished no mail gets not even the link that is asked for; who bounced once gets that', async () => {
  await signLetter(camille)
  const { id: signatureId, emailKey } = await database.signature.findFirstOrThrow()
  await database.mail.deleteMany()
  for (const [reason, receives] of [
    ['bounced', [camille.email]],
    ['unsubscribed', []],
  ] as const) {
    await suppressAddress(database, emailKey ?? '', reason)
    await database.mail.create({ data: { kind: 'magic_link', signatureId } })
    expect(await delivered()).toEqual(receives)
  }
})

test('who is gone once a batch is claimed, and before it is made, gets nothing of it', async () => {
  await signLetter(camille)
  await signLetter(details({ email: 'stays@example.org' }))
  const { transport, opened } = remembering()
  const claim = await claimBatch(transport)
  if (!('batchId' in claim)) throw new Error('Nothing was claimed.')
  await database.signature.deleteMany({ where: { email: camille.email } })
  await sendBatch(transport, claim)
  expect(opened).toEqual(['stays@example.org'])
})

/** Something happens while a mail is handed over and refused for now. */
async function isUnderWayWhile(happens: () => Promise<unknown>) {
  await passTime()
  const { transport } = remembering(async () => {
    await happens()
    return BUSY
  })
  await sendDueMails(transport)
}

describe('of a broadcast that an organiser paused while its mails were under way', () => {
  let lucie: Organiser
  let id: string
  let readers: string[]

  beforeEach(async () => {
    lucie = await anOrganiser('Lucie', 'owner')
    readers = (await newsReaders(5)).map(({ email }) => email)
    id = await aDraft(lucie)
    await startBroadcast(lucie, await revisionOf(id))
    await enqueueBroadcasts()
  })

  test('paused, nothing goes; resumed, everyone has it once', async () => {
    await isUnderWayWhile(() => pauseBroadcast(lucie, id))
    expect(await delivered()).toEqual([])
    await resumeBroadcast(lucie, id)
    await enqueueBroadcasts()
    expect((await delivered()).toSorted()).toEqual(readers.toSorted())
    await enqueueBroadcasts()
    expect(await delivered()).toEqual([])
  })

  test('cancelled, nothing goes', async () => {
    await isUnderWayWhile(() => cancelBroadcast(lucie, id))
    expect(await delivered()).toEqual([])
    expect(await database.mail.count()).toBe(0)
  })

  test('who stopped the news, in whatever way, is left out', async () => {
    const [first = '', ...others] = readers
    await isUnderWayWhile(() =>
      database.signature.updateMany({ where: { email: first }, data: { wantsUpdates: false } }),
    )
    expect((await delivered()).toSorted()).toEqual(others.toSorted())
  })
})

test('a mail to an address that a withdrawal has erased is for nobody, whoever tries it again', async () => {
  await signAndConfirm(camille)
  await withdrawSignature(await openOwnSignature(camille), false)
  await database.mail.updateMany({
    where: { kind: 'withdrawn' },
    data: { status: 'failed', lastError: '451' },
  })
  await tidyOutbox()
  await retryFailedMails(lea, { status: 'failed', code: '451' })
  expect(await deliverMails()).toEqual([])
  expect(await database.mail.count({ where: { kind: 'withdrawn' } })).toBe(0)
})
