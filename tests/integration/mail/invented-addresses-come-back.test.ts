import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { MAILS_PER_MINUTE_BRAKED } from '#lib/mail/outbox/quotas.ts'
import { receiveWebhook } from '#lib/mail/webhooks/receive-webhook.ts'
import { readBrakeNotices, releaseBrake } from '#lib/moderation/brakes.ts'
import { BRAKES } from '#lib/signatures/trust/brakes.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { bounceOf, signed, WEBHOOK_SECRET } from '../../support/fakes/resend-webhooks.ts'
import { deliverMails, remembering, sendDueMails } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { queueConfirmations } from '../../support/people/queue-mails.ts'

beforeEach(emptyDatabase)

async function bounce(mailId: string) {
  const body = bounceOf({ mailId }, 'Permanent')
  return receiveWebhook(body, signed(body), [WEBHOOK_SECRET])
}

/** In the minute to come, which counts as this one, so that the story does not depend on when it is told. */
function hasSentThisMinute(mails: number) {
  return database.mailQuotaUsage.create({ data: { minute: new Date(Date.now() + 60_000), mails } })
}

describe('mails to invented addresses come back', () => {
  const { acts } = BRAKES['mail-bounces']

  async function bounces(count: number) {
    const mails = await database.mail.findMany({ where: { delivery: null }, take: count })
    for (const { id } of mails) await bounce(id)
  }

  test('too many of them: such mails go slowly, others as ever, until somebody has looked', async () => {
    await queueConfirmations(acts + 1)
    await deliverMails()
    await bounces(acts)
    expect(await readBrakeNotices()).toEqual([])
    await bounces(1)
    expect(await readBrakeNotices()).toMatchObject([{ name: 'mail-bounces' }])

    await queueConfirmations(MAILS_PER_MINUTE_BRAKED, 8)
    const held = aSignature({ email: 'held@example.org', status: 'held' })
    await insertSignatures(database, [held])
    await database.mail.create({ data: { kind: 'held', signatureId: held.id } })
    await hasSentThisMinute(MAILS_PER_MINUTE_BRAKED)
    const { transport, opened } = remembering()
    while ((await sendDueMails(transport)) > 0);
    expect(opened).toEqual(['held@example.org'])

    await releaseBrake(lea, 'mail-bounces')
    while ((await sendDueMails(transport)) > 0);
    expect(opened).toHaveLength(1 + MAILS_PER_MINUTE_BRAKED)
  })

  test('of very many mails, a share that is usual stops nothing', async () => {
    await database.mailQuotaUsage.create({
      data: { minute: new Date(Date.now() - 10 * 60_000), mails: 100_000 },
    })
    await queueConfirmations(acts + 50)
    await deliverMails()
    await bounces(acts + 50)
    expect(await readBrakeNotices()).toEqual([])
  })

  test('a day later it is off by itself', async () => {
    await database.brake.create({
      data: { name: 'mail-bounces', onSince: new Date(Date.now() - DAY_MS) },
    })
    expect(await readBrakeNotices()).toEqual([])
    await queueConfirmations(3)
    expect(await deliverMails()).toHaveLength(3)
  })
})
