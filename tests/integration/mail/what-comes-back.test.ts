import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { receiveWebhook } from '#lib/mail/webhooks/receive-webhook.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { isSuppressed, suppressAddress } from '#lib/suppression/suppression.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  bounceOf,
  eventOf,
  NEXT_WEBHOOK_SECRET,
  signed,
  WEBHOOK_SECRET,
} from '../../support/fakes/resend-webhooks.ts'
import { aTransport, deliverMails, sendDueMails, tokenIn } from '../../support/fakes/transport.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, details } from '../../support/people/signatories.ts'

const MINUTE_MS = 60_000

beforeEach(emptyDatabase)

const tell = async (body: string, headers = signed(body), secrets = [WEBHOOK_SECRET]) =>
  (await receiveWebhook(body, headers, secrets)).outcome

async function camillesMail() {
  await signLetter(camille)
  const [message] = await deliverMails()
  const { id } = await database.mail.findFirstOrThrow()
  return { id, token: tokenIn(message) }
}

const stored = (id: string) => database.mail.findUniqueOrThrow({ where: { id } })
const mayNotMail = () => isSuppressed(database, emailKey(camille.email))

describe('a call of the webhook', () => {
  test('is taken once, however often it comes', async () => {
    const { id } = await camillesMail()
    const body = eventOf({ type: 'email.delivered', mailId: id })
    const headers = signed(body)
    expect(await tell(body, headers)).toBe('noted')
    expect(await tell(body, headers)).toBe('repeated')
    expect(await Promise.all([tell(body, headers), tell(body, headers)])).toEqual([
      'repeated',
      'repeated',
    ])
    expect(await database.mailEvent.count()).toBe(1)
  })

  test('with another body, another id, no signature or another secret is forged', async () => {
    const { id } = await camillesMail()
    const body = eventOf({ type: 'email.complained', mailId: id })
    const headers = signed(body)
    expect(await tell(body.replace('complained', 'delivered'), headers)).toBe('forged')
    expect(await tell(`${body} `, headers)).toBe('forged')
    expect(await tell(body, { ...headers, id: 'msg_other' })).toBe('forged')
    expect(await tell(body, { ...headers, signature: '' })).toBe('forged')
    expect(await tell(body, { id: '', timestamp: '', signature: '' })).toBe('forged')
    expect(await tell(body, signed(body, { secret: NEXT_WEBHOOK_SECRET }))).toBe('forged')
    expect(await database.mailEvent.count()).toBe(0)
    expect(await mayNotMail()).toBe(false)
  })

  test('is good for five minutes, before and after', async () => {
    const { id } = await camillesMail()
    const body = eventOf({ type: 'email.delivered', mailId: id })
    const signedAt = (minutes: number) =>
      signed(body, { at: new Date(Date.now() + minutes * MINUTE_MS) })
    expect(await tell(body, signedAt(-6))).toBe('forged')
    expect(await tell(body, signedAt(6))).toBe('forged')
    expect(await tell(body, signedAt(-4))).toBe('noted')
  })

  test('may be signed with either secret while one takes over from the other', async () => {
    const { id } = await camillesMail()
    const both = [WEBHOOK_SECRET, NEXT_WEBHOOK_SECRET]
    const body = eventOf({ type: 'email.delivered', mailId: id })
    expect(await tell(body, signed(body), both)).toBe('noted')
    expect(await tell(body, signed(body, { secret: NEXT_WEBHOOK_SECRET }), both)).toBe('noted')
  })

  test('needs a secret of ours, and sense', async () => {
    expect(await receiveWebhook('{}', signed('{}'), undefined)).toEqual({ outcome: 'not-set-up' })
    for (const body of ['', 'null', '{}', '[1]', '{"type":"email.sent"}']) {
      expect(await tell(body)).toBe('unreadable')
    }
  })

  test('about somebody else’s mail, or about opening one, is ignored', async () => {
    const { id } = await camillesMail()
    expect(await tell(eventOf({ type: 'email.delivered' }))).toBe('ignored')
    expect(await tell(eventOf({ type: 'email.opened', mailId: id }))).toBe('ignored')
    expect(await tell(eventOf({ type: 'email.clicked', mailId: id }))).toBe('ignored')
    expect(await stored(id)).toMatchObject({ delivery: null })
  })
})

describe('a mail moves on, in whatever order the news comes', () => {
  const later = new Date()
  const earlier = new Date(later.getTime() - MINUTE_MS)

  test('delivered, then "sent" and "delayed" of before', async () => {
    const { id } = await camillesMail()
    await tell(eventOf({ type: 'email.delivered', mailId: id, at: later }))
    await tell(eventOf({ type: 'email.delivery_delayed', mailId: id, at: earlier }))
    await tell(eventOf({ type: 'email.sent', mailId: id, at: earlier }))
    expect(await stored(id)).toMatchObject({ delivery: 'delivered', deliveredAt: later })
  })

  test('spam, then "delivered" of before', async () => {
    const { id } = await camillesMail()
    await tell(eventOf({ type: 'email.complained', mailId: id, at: later }))
    await tell(eventOf({ type: 'email.delivered', mailId: id, at: earlier }))
    expect(await stored(id)).toMatchObject({ delivery: 'complained', deliveredAt: earlier })
  })

  test('without the tag it is known by the provider’s id', async () => {
    const { id } = await camillesMail()
    const providerId = 'a-mail-of-resend'
    await database.mail.update({ where: { id }, data: { providerId } })
    expect(await tell(eventOf({ type: 'email.delivered', providerId }))).toBe('noted')
    expect(await stored(id)).toMatchObject({ delivery: 'delivered' })
  })

  test('one whose answer got lost was sent after all', async () => {
    const { id } = await camillesMail()
    await database.mail.update({ where: { id }, data: { status: 'unknown', sentAt: null } })
    await tell(eventOf({ type: 'email.delivered', mailId: id, providerId: 'its-id' }))
    expect(await stored(id)).toMatchObject({ status: 'sent', providerId: 'its-id' })
  })

  test('that the provider gave it up is not forgotten when the answer to our call comes later', async () => {
    await signLetter(camille)
    const transport = aTransport(async ({ messages: [message] }) => {
      await tell(eventOf({ type: 'email.failed', mailId: message?.id ?? '' }))
      return { outcome: 'answered', deliveries: [{ outcome: 'sent' }] }
    })
    expect(await sendDueMails(transport)).toBe(1)
    expect(await database.mail.findFirst()).toMatchObject({ status: 'failed' })
  })

  test('one that the provider could not send is given up, and can be sent again', async () => {
    const { id } = await camillesMail()
    await tell(eventOf({ type: 'email.failed', mailId: id }))
    expect(await stored(id)).toMatchObject({
      status: 'failed',
      lastError: 'failed_after_acceptance',
    })
  })
})

describe('an address that mails come back from for good', () => {
  test('gets no mail again, but what its owner asks for; her confirmed signature stays', async () => {
    const { id, token } = await camillesMail()
    await confirmSignature(token)
    expect(await tell(bounceOf({ mailId: id }, 'Permanent'))).toBe('noted')
    expect(await mayNotMail()).toBe(true)
    expect(await database.signature.findFirst()).toMatchObject({ status: 'confirmed' })
    await signLetter(camille)
    expect(await deliverMails()).toEqual([])
    await requestMagicLink(camille.email)
    expect(await deliverMails()).toHaveLength(1)
  })

  test('is the address that the mail went to', async () => {
    await signLetter(details({ email: 'camille.roux+letter@example.org' }))
    await deliverMails()
    const { id } = await database.mail.findFirstOrThrow()
    await tell(bounceOf({ mailId: id }, 'Permanent'))
    expect(await mayNotMail()).toBe(true)
  })

  test('but not when it bounced for now', async () => {
    const { id } = await camillesMail()
    await tell(bounceOf({ mailId: id }, 'Transient'))
    expect(await stored(id)).toMatchObject({ delivery: 'soft_bounced' })
    expect(await mayNotMail()).toBe(false)
  })

  test('or whose reader says "spam"; a wish stays a wish', async () => {
    const { id } = await camillesMail()
    await tell(eventOf({ type: 'email.complained', mailId: id }))
    expect(await database.suppression.findFirst()).toMatchObject({ reason: 'complained' })
    await suppressAddress(database, emailKey(camille.email))
    await tell(bounceOf({ mailId: id }, 'Permanent'))
    expect(await database.suppression.findFirst()).toMatchObject({ reason: 'unsubscribed' })
  })

  test('of what a provider says no text is kept: it names the address', async () => {
    const { id } = await camillesMail()
    await tell(bounceOf({ mailId: id }, 'Permanent'))
    const [event] = await database.mailEvent.findMany()
    expect(event).toMatchObject({ kind: 'bounced', code: 'Permanent/General' })
    expect(JSON.stringify(event)).not.toContain('@')
  })
})
