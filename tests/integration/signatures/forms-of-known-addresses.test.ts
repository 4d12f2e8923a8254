import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { rejectRequest } from '#lib/signatures/reject-request.ts'
import { takeLeftForms } from '#lib/signatures/repeated-forms.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { signWithin } from '#lib/signatures/sign-alone.ts'
import { signLetter as send } from '#lib/signatures/sign-letter.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { HOUR_MS, SECOND_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, rejectTokenIn } from '../../support/fakes/transport.ts'
import { openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { repeatedFormsTaken, signLetter } from '../../support/people/sign-letter.ts'
import { details } from '../../support/people/signatories.ts'

const EMAIL = 'camille.roux@example.org'
const NETWORK = '203.0.113.7'
const FORM = {
  email: EMAIL,
  name: 'Camille Roux',
  kind: 'individual',
  country: 'FR',
  locale: 'fr',
  consent: 'on',
}

beforeEach(emptyDatabase)

const mailKinds = async () => (await database.mail.findMany()).map(({ kind }) => kind).toSorted()

const confirmAll = () =>
  database.signature.updateMany({ data: { status: 'confirmed', confirmedAt: new Date() } })

describe('the answer waits for nothing that a known address alone needs:', () => {
  test.each([
    ['pending', async () => undefined, ['confirm']],
    ['confirmed', confirmAll, ['already_signed', 'confirm']],
  ])('%s, and an earlier form of it is being taken', async (_, move, mailsThen) => {
    await signLetter(details({ email: EMAIL }))
    await move()
    const answered = Promise.withResolvers<void>()
    const taken = Promise.withResolvers<void>()
    const taking = database.$transaction(async transaction => {
      const request = { details: details({ email: EMAIL }), now: new Date(), from: {} }
      await signWithin(transaction, request)
      taken.resolve()
      await answered.promise
    })
    await taken.promise
    expect(await submitSignature(FORM, NETWORK)).toMatchObject({ outcome: 'accepted' })
    expect(await database.repeatedForm.count()).toBe(1)
    answered.resolve()
    await taking
    await repeatedFormsTaken()
    expect(await mailKinds()).toEqual(mailsThen)
  })
})

test('forms that bring no mail take nobody’s turn: the next of their network gets hers at once', async () => {
  await signLetter(details({ email: EMAIL }))
  await confirmAll()
  const sent = Array.from({ length: 100 }, () =>
    send(details({ email: EMAIL }), new Date(), { clientAddress: NETWORK }),
  )
  await Promise.all(sent)
  await repeatedFormsTaken()
  await signLetter(details({ email: 'noor@example.org' }), new Date(), { clientAddress: NETWORK })
  const mail = await database.mail.findFirstOrThrow({
    where: { signature: { email: 'noor@example.org' } },
  })
  expect(mail.nextAttemptAt.getTime()).toBeLessThanOrEqual(Date.now())
})

describe('what a web process has left', () => {
  async function aFormLeft(secondsAgo: number, form: object = details({ email: EMAIL })) {
    const submittedAt = new Date(Date.now() - secondsAgo * SECOND_MS)
    const nextAttemptAt = new Date(Date.now() + HOUR_MS)
    const data = { emailKey: EMAIL, details: form, isTrial: false, submittedAt, nextAttemptAt }
    return database.repeatedForm.create({ data })
  }

  test('is taken by the worker, and its mail goes at the turn that was taken for it', async () => {
    await signLetter(details({ email: EMAIL }))
    await confirmAll()
    const { nextAttemptAt } = await aFormLeft(11)
    await Promise.all([takeLeftForms(), takeLeftForms()])
    expect(await database.repeatedForm.count()).toBe(0)
    const told = await database.mail.findMany({ where: { kind: 'already_signed' } })
    expect(told).toMatchObject([{ nextAttemptAt }])
  })

  test('is left to that while it may be at it', async () => {
    await aFormLeft(1)
    await takeLeftForms()
    expect(await database.repeatedForm.count()).toBe(1)
    expect(await database.signature.count()).toBe(0)
  })

  test('and cannot be taken holds up no other, be they more than are read at once', async () => {
    for (let place = 0; place < 101; place += 1) await aFormLeft(30, { of: 'a newer version' })
    await aFormLeft(20)
    await expect(takeLeftForms()).rejects.toThrow()
    expect(await database.repeatedForm.count()).toBe(101)
    expect(await mailKinds()).toEqual(['confirm'])
  })

  test('goes when its owner says that it was not her', async () => {
    await signLetter(details({ email: EMAIL }))
    const token = rejectTokenIn((await deliverMails()).at(-1))
    await aFormLeft(1)
    expect(await rejectRequest(token, false)).toEqual({ outcome: 'erased' })
    expect(await database.repeatedForm.count()).toBe(0)
  })

  test('goes when its owner takes all of it back', async () => {
    await signAndConfirm(details({ email: EMAIL }))
    const session = await openOwnSignature({ email: EMAIL })
    await aFormLeft(1)
    expect(await withdrawSignature(session, false)).toEqual({ outcome: 'withdrawn' })
    expect(await database.repeatedForm.count()).toBe(0)
  })
})
