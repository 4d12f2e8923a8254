import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { tidyOutbox } from '#lib/mail/outbox/tidy-outbox.ts'
import { receiveWebhook } from '#lib/mail/webhooks/receive-webhook.ts'
import { retryFailedMails } from '#lib/overview/mail/retry-failed-mails.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { readSignatoryData } from '#lib/signatory-data/read-signatory-data.ts'
import { ADDRESS_CHANGE_HOURS } from '#lib/signatures/self-service/address-change.ts'
import { askForAddress } from '#lib/signatures/self-service/ask-for-address.ts'
import { confirmAddress } from '#lib/signatures/self-service/confirm-address.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { readOwnSignature } from '#lib/signatures/self-service/signatory-session.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { isSuppressed, suppressAddress } from '#lib/suppression/suppression.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { bounceOf, signed, WEBHOOK_SECRET } from '../../../support/fakes/resend-webhooks.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { lea } from '../../../support/people/organiser-acts.ts'
import { openOwnSignature, signAndConfirm } from '../../../support/people/self-service.ts'
import { camille, idris } from '../../../support/people/signatories.ts'

const NEW = 'camille@new.example'

let session: string

beforeEach(async () => {
  await emptyDatabase()
  await signAndConfirm(camille)
  session = await openOwnSignature(camille)
})

/** Asks for an address, and gives the tokens of the mails by the address that each went to. */
async function ask(email: string, now = new Date()) {
  expect(await askForAddress(session, email, undefined, now)).toEqual({ outcome: 'asked' })
  const mails = await deliverMails()
  return Object.fromEntries(mails.map(mail => [mail.to, tokenIn(mail)]))
}

const herSignature = () => database.signature.findFirstOrThrow({ where: { name: camille.name } })

describe.each([[[camille.email, NEW]], [[NEW, camille.email]]])(
  'pressed in the order %s',
  order => {
    test('the signature has the new address with the second press, and no earlier', async () => {
      const tokens = await ask(NEW)
      const [first = '', second = ''] = order
      expect(await confirmAddress(tokens[first])).toEqual({ outcome: 'half' })
      expect(await confirmAddress(tokens[first])).toEqual({ outcome: 'half' })
      expect(await herSignature()).toMatchObject({ email: camille.email })
      expect(await confirmAddress(tokens[second])).toEqual({ outcome: 'changed' })
      expect(await herSignature()).toMatchObject({ email: NEW, emailKey: NEW, status: 'confirmed' })
      expect(await confirmAddress(tokens[second])).toEqual({ outcome: 'not-valid' })
    })
  },
)

test('then the new address opens it and the former one no longer does, nor a page that is open', async () => {
  const tokens = await ask(NEW)
  for (const token of Object.values(tokens)) await confirmAddress(token)
  expect(await readOwnSignature(session)).toBeNull()
  await requestMagicLink(camille.email)
  expect(await deliverMails()).toEqual([])
  await requestMagicLink(NEW)
  expect(await deliverMails()).toMatchObject([{ to: NEW }])
})

test.each([
  ['fr', 'Vous recevez'],
  ['en', 'You are receiving'],
])('in %s neither mail tells the other address', async (locale, why) => {
  await database.signature.updateMany({ data: { locale } })
  await askForAddress(session, NEW)
  const mails = await deliverMails()
  expect(mails.map(({ to }) => to).sort()).toEqual([NEW, camille.email].sort())
  for (const { to, html, text } of mails) {
    const other = to === NEW ? camille.email : NEW
    expect(html + text).not.toContain(other)
    expect(text).toContain(why)
  }
})

test('the database holds no token, and the address in the outbox goes with its mail', async () => {
  const tokens = await ask(NEW)
  const dump = JSON.stringify(await dumpDatabase())
  for (const token of Object.values(tokens)) expect(dump).not.toContain(token)
  expect(await database.mail.count({ where: { recipient: { not: null } } })).toBe(0)
})

describe('the answer is the same, and she alone is written to, where the new address', () => {
  test.each([
    ['has signed itself', async () => signAndConfirm(idris)],
    ['wants no mail', async () => suppressAddress(database, idris.email, 'unsubscribed')],
  ])('%s', async (_, prepare) => {
    await prepare()
    const tokens = await ask(idris.email)
    expect(Object.keys(tokens)).toEqual([camille.email])
    expect(await confirmAddress(tokens[camille.email])).toEqual({ outcome: 'half' })
    expect(await herSignature()).toMatchObject({ email: camille.email })
  })
})

test('who signs with the new address meanwhile keeps it', async () => {
  const tokens = await ask(idris.email)
  await signAndConfirm(idris)
  await confirmAddress(tokens[camille.email])
  expect(await confirmAddress(tokens[idris.email])).toEqual({ outcome: 'not-valid' })
  expect(await herSignature()).toMatchObject({ email: camille.email })
})

test('a new address that does not exist is suppressed, and not the one that she has', async () => {
  await ask(NEW)
  const { id } = await database.mail.findFirstOrThrow({ where: { kind: 'address_new' } })
  const body = bounceOf({ mailId: id, at: new Date() }, 'Permanent')
  expect(await receiveWebhook(body, signed(body), [WEBHOOK_SECRET])).toEqual({ outcome: 'noted' })
  expect(await isSuppressed(database, camille.email)).toBe(false)
  expect(await isSuppressed(database, NEW)).toBe(true)
  expect(await database.suppression.findMany()).toMatchObject([{ signatureId: null }])
})

test('a mail to the new address that failed goes there once an organiser tries it again', async () => {
  await ask(NEW)
  const failed = { status: 'failed', lastError: '451' } as const
  await database.mail.updateMany({ where: { kind: 'address_new' }, data: failed })
  await tidyOutbox()
  await retryFailedMails(lea, { status: 'failed', code: '451' })
  expect((await deliverMails()).map(({ to }) => to)).toEqual([NEW])
})

test('an address that is none is refused, and nobody asks without a session', async () => {
  expect(await askForAddress(session, 'camille@')).toEqual({ outcome: 'invalid-address' })
  expect(await askForAddress('x', NEW)).toEqual({ outcome: 'no-session' })
  expect(await deliverMails()).toEqual([])
})

describe('limits', () => {
  test('asked again too soon, or for the fourth time in a day, no mail goes and the first links stand', async () => {
    const start = Date.now()
    const at = (minutes: number) => new Date(start + minutes * MINUTE_MS)
    const first = await ask(NEW, at(0))
    expect(await ask(NEW, at(1))).toEqual({})
    expect(await confirmAddress(first[NEW], at(2))).toEqual({ outcome: 'half' })
    expect(Object.keys(await ask('second@new.example', at(6)))).toHaveLength(2)
    expect(await confirmAddress(first[camille.email], at(7))).toEqual({ outcome: 'not-valid' })
    expect(Object.keys(await ask('third@new.example', at(12)))).toHaveLength(2)
    expect(await ask('fourth@new.example', at(18))).toEqual({})
  })

  test('after two days a link no longer works, and a day later nothing of it is left', async () => {
    const tokens = await ask(NEW)
    const after = new Date(Date.now() + (ADDRESS_CHANGE_HOURS + 1) * HOUR_MS)
    expect(await confirmAddress(tokens[NEW], after)).toEqual({ outcome: 'not-valid' })
    await enforceRetention(new Date(after.getTime() + 24 * HOUR_MS))
    expect(await database.addressChange.count()).toBe(0)
  })
})

test('her data says which address she asked for, and a withdrawal erases it', async () => {
  const tokens = await ask(NEW)
  expect((await readSignatoryData(session))?.addresses).toMatchObject([{ email: NEW }])
  await withdrawSignature(session, false)
  expect(JSON.stringify(await dumpDatabase())).not.toContain(NEW)
  expect(await confirmAddress(tokens[NEW])).toEqual({ outcome: 'not-valid' })
})
