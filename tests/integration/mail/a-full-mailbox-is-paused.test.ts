import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { receiveWebhook } from '#lib/mail/webhooks/receive-webhook.ts'
import { SOFT_BOUNCES_BEFORE_PAUSE } from '#lib/mail/webhooks/soft-bounces.ts'
import { liftSuppression, listSuppressed } from '#lib/overview/mail/suppressions.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import {
  BOUNCE_LASTS_DAYS,
  isSuppressed,
  PAUSE_LASTS_DAYS,
  suppressAddress,
} from '#lib/suppression/suppression.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { bounceOf, eventOf, signed, WEBHOOK_SECRET } from '../../support/fakes/resend-webhooks.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { signAndConfirm } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille } from '../../support/people/signatories.ts'

const START = Date.now() - 60 * MINUTE_MS
const minute = (minutes: number) => new Date(START + minutes * MINUTE_MS)
const day = (days: number) => new Date(START + days * DAY_MS)
let signatureId = ''

beforeEach(async () => {
  await emptyDatabase()
  signatureId = (await signAndConfirm(camille)).id
})

const tell = async (body: string) =>
  (await receiveWebhook(body, signed(body), [WEBHOOK_SECRET])).outcome

/** One more mail of hers that went out. */
async function aMail() {
  const { id } = await database.mail.create({
    data: { kind: 'released', status: 'sent', signatureId },
  })
  return id
}

async function comesBack(at: Date, mailId?: string) {
  expect(await tell(bounceOf({ mailId: mailId ?? (await aMail()), at }, 'Transient'))).toBe('noted')
}

async function arrives(at: Date) {
  await tell(eventOf({ type: 'email.delivered', mailId: await aMail(), at }))
}

async function fillsUp(from: number, times = SOFT_BOUNCES_BEFORE_PAUSE) {
  for (let more = 0; more < times; more += 1) await comesBack(minute(from + more))
}

const isPaused = (now = minute(30)) => isSuppressed(database, camille.email, now)

describe('Camille’s mailbox is full', () => {
  test('a few mails that come back for now are counted; the next one pauses her address', async () => {
    await fillsUp(1, SOFT_BOUNCES_BEFORE_PAUSE - 1)
    expect(await isPaused()).toBe(false)
    await comesBack(minute(9))
    expect(await isPaused()).toBe(true)
    expect(await database.signature.findFirst()).toMatchObject({ status: 'confirmed' })
  })

  test('one mail that comes back again and again counts once, and a delay is none', async () => {
    const mailId = await aMail()
    for (const at of [1, 2, 3, 4]) await comesBack(minute(at), mailId)
    for (const at of [5, 6, 7])
      await tell(eventOf({ type: 'email.delivery_delayed', mailId: await aMail(), at: minute(at) }))
    expect(await isPaused()).toBe(false)
  })

  test('what arrives in between is the end of the count', async () => {
    await fillsUp(1, SOFT_BOUNCES_BEFORE_PAUSE - 1)
    await arrives(minute(5))
    await fillsUp(6, SOFT_BOUNCES_BEFORE_PAUSE - 1)
    expect(await isPaused()).toBe(false)
    await comesBack(minute(20))
    expect(await isPaused()).toBe(true)
  })

  test('what came back more than a month ago is no longer counted', async () => {
    await fillsUp(1, SOFT_BOUNCES_BEFORE_PAUSE - 1)
    await comesBack(day(BOUNCE_LASTS_DAYS + 1))
    expect(await isPaused(day(BOUNCE_LASTS_DAYS + 1))).toBe(false)
  })
})

describe('while it is paused', () => {
  beforeEach(() => fillsUp(1))

  test('mails are left out; the link that she asks for goes, and its arrival ends the pause', async () => {
    const { id } = await database.mail.create({ data: { kind: 'released', signatureId } })
    expect(await deliverMails()).toEqual([])
    expect(await database.mail.findUnique({ where: { id } })).toMatchObject({
      status: 'suppressed',
    })
    await requestMagicLink(camille.email)
    expect(await deliverMails()).toHaveLength(1)
    const link = await database.mail.findFirstOrThrow({ where: { kind: 'magic_link' } })
    await tell(eventOf({ type: 'email.delivered', mailId: link.id, at: minute(40) }))
    expect(await isPaused()).toBe(false)
    expect(await database.suppression.count()).toBe(0)
  })

  test('the news of an earlier delivery, which comes late, does not end it', async () => {
    await arrives(minute(0))
    expect(await isPaused()).toBe(true)
  })

  test(`it ends after ${PAUSE_LASTS_DAYS} days and goes; the next mail that comes back begins it anew`, async () => {
    expect(await isPaused(day(PAUSE_LASTS_DAYS - 1))).toBe(true)
    expect(await isPaused(day(PAUSE_LASTS_DAYS + 1))).toBe(false)
    await enforceRetention(day(PAUSE_LASTS_DAYS + 1))
    expect(await database.suppression.count()).toBe(0)
    await comesBack(day(PAUSE_LASTS_DAYS + 2))
    expect(await isPaused(day(PAUSE_LASTS_DAYS + 3))).toBe(true)
  })

  test('Léa sees why, and lets her be written to; that is written down', async () => {
    const { suppressed } = await listSuppressed(lea)
    expect(suppressed).toMatchObject([
      { address: camille.email, reason: 'paused', mayLift: true, isAskedAgain: false },
    ])
    expect(await liftSuppression(lea, suppressed[0]?.key ?? '')).toEqual({ outcome: 'lifted' })
    expect(await isPaused()).toBe(false)
    expect(
      await database.auditRecord.findFirst({ where: { kind: 'suppression-lifted' } }),
    ).toMatchObject({ details: { reason: 'paused' } })
  })

  test('a bounce for good takes its place', async () => {
    await tell(bounceOf({ mailId: await aMail(), at: minute(20) }, 'Permanent'))
    await arrives(minute(25))
    expect(await database.suppression.findMany()).toMatchObject([{ reason: 'bounced' }])
  })
})

test('nothing weaker replaces the wish of an owner for no mail', async () => {
  await suppressAddress(database, camille.email)
  await fillsUp(1)
  await arrives(minute(20))
  expect(await database.suppression.findMany()).toMatchObject([{ reason: 'unsubscribed' }])
})

test('who never confirmed and whose mailbox was full signs anew as anybody once the week is over', async () => {
  await fillsUp(1)
  await database.signature.delete({ where: { id: signatureId } })
  await signLetter(camille, day(PAUSE_LASTS_DAYS - 1))
  expect(await database.signature.count()).toBe(0)
  await signLetter(camille, day(PAUSE_LASTS_DAYS + 1))
  expect(await database.signature.count()).toBe(1)
})
