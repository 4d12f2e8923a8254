import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPreviewToken, previewToken } from '#lib/campaign/preview-link.ts'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { reencryptBatches } from '#lib/mail/outbox/reencrypt-batches.ts'
import { makeOrganiserLink, readOrganiserLink } from '#lib/organisers/people/organiser-link.ts'
import { withCookies } from '#lib/organisers/sign-in/cookies.ts'
import { reencryptTotpSecrets } from '#lib/organisers/sign-in/reencrypt-totp-secrets.ts'
import { showSecondFactor } from '#lib/organisers/sign-in/show-second-factor.ts'
import { signIn } from '#lib/organisers/sign-in/sign-in.ts'
import { reconcileSecrets } from '#lib/security/reconcile-secrets.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import {
  openSignatorySession,
  readOwnSignature,
} from '#lib/signatures/self-service/signatory-session.ts'
import { readUnsubscribeLink, unsubscribeLink } from '#lib/signatures/unsubscribe-link.ts'
import { isSuppressed, suppressAddress } from '#lib/suppression/suppression.ts'
import { addWebhook } from '#lib/webhooks/change-webhooks.ts'
import { reencryptWebhookSecrets } from '#lib/webhooks/reencrypt-secrets.ts'
import { sendDueMessages } from '#lib/webhooks/send-messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  startWebhookReceiver,
  type WebhookReceiver,
} from '../../support/fakes/fake-webhook-receiver.ts'
import {
  aTransport,
  deliverMails,
  passTime,
  sendDueMails,
  tokenIn,
} from '../../support/fakes/transport.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { aBrowser, cookiesIn, joinAsOwner, PASSWORD } from '../../support/people/organiser-joins.ts'
import { openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille, idris } from '../../support/people/signatories.ts'
import { nextTotp } from '../../support/people/totp.ts'
import { AUTUMN, SPRING, SUMMER, startUnder } from '../../support/site/secrets.ts'

const url = env.DATABASE_URL ?? ''

let receiver: WebhookReceiver

beforeEach(async () => {
  await emptyDatabase()
  receiver = await startWebhookReceiver()
  await reconcileSecrets(url, { current: SPRING, previous: [] })
})
afterEach(async () => {
  startUnder(SPRING)
  await receiver.stop()
})

describe('a letter whose secret is changed twice loses nothing', () => {
  test('a mail that was waiting carries a link that works, and so does one that went out', async () => {
    await signLetter(camille)
    const [mailed] = await deliverMails()
    await signLetter(idris)
    await changeTwice()
    const [waited] = await deliverMails()
    for (const mail of [mailed, waited]) {
      expect(await confirmSignature(tokenIn(mail))).toMatchObject({ outcome: 'confirmed' })
    }
  })

  test('a link to one’s own signature, and the cookie behind one, still open it', async () => {
    for (const person of [camille, idris]) await signAndConfirm(person)
    const session = await openOwnSignature(idris)
    await requestMagicLink(camille.email)
    const [mail] = await deliverMails()
    await changeTwice()
    expect(await readOwnSignature(session)).toMatchObject({ name: idris.name })
    expect(await openSignatorySession(tokenIn(mail))).not.toBeNull()
  })

  test('a batch that was frozen is handed over again as it was, to the byte', async () => {
    await signLetter(camille)
    const handed: unknown[] = []
    const transport = aTransport(async ({ messages }) => {
      handed.push(messages)
      return { outcome: 'unanswered', code: 'no_answer' }
    })
    await sendDueMails(transport)
    await changeTwice()
    await passTime()
    await sendDueMails(transport)
    expect(handed).toHaveLength(2)
    expect(handed[1]).toEqual(handed[0])
  })

  test('a batch of a secret that only another instance knows is left to that one', async () => {
    await signLetter(camille)
    const transport = aTransport(async () => ({ outcome: 'unanswered', code: 'no_answer' }))
    startUnder(SUMMER, [SPRING])
    await sendDueMails(transport)
    await passTime()
    startUnder(SPRING)
    expect(await sendDueMails(transport)).toBe(0)
    expect(await database.mailBatch.findFirst()).toMatchObject({ status: 'open' })
  })

  test('the news can be stopped, the preview opened, an invitation taken', async () => {
    const { id } = await signAndConfirm(camille)
    const query = Object.fromEntries(new URLSearchParams(unsubscribeLink(id).query))
    const run = { previewId: '6f1f3c1e-7a55-4b6a-9a51-0c7f3a3b5f10' }
    const preview = previewToken(run)
    const { token } = await makeOrganiserLink(null, 30)
    await changeTwice()
    expect(readUnsubscribeLink(query)).toBe(id)
    expect(isPreviewToken(run, preview)).toBe(true)
    expect(await readOrganiserLink(token)).toEqual({ holder: null })
  })

  test('a webhook is signed with the secret that its owner was given', async () => {
    const added = await addWebhook(lea, receiver.url)
    if (added.outcome !== 'added') throw new Error(added.fault)
    receiver.secret = added.secret
    const { id } = await database.webhook.findFirstOrThrow()
    await changeTwice()
    await signAndConfirm(camille)
    while ((await sendDueMessages(id)) > 0);
    expect(receiver.received).toHaveLength(1)
  })

  test('Ana’s app still signs her in', async () => {
    const { secret } = await joinAsOwner('ana@example.org', aBrowser())
    await changeTwice()
    const browser = aBrowser()
    const first = await signIn({ email: 'ana@example.org', password: PASSWORD }, browser)
    const halfWay = withCookies(browser, cookiesIn(first))
    expect(await showSecondFactor(nextTotp(secret), halfWay)).toMatchObject({
      outcome: 'signed-in',
    })
  })

  test('who wants no mail gets none', async () => {
    await suppressAddress(database, camille.email)
    await changeTwice()
    expect(await isSuppressed(database, camille.email)).toBe(true)
  })
})

test('what is encrypted anew needs the new secret alone, and is done once', async () => {
  await joinAsOwner('ana@example.org', aBrowser())
  await addWebhook(lea, receiver.url)
  await change(SUMMER, [SPRING])
  expect(await reencryptAll()).toEqual([1, 1, 0])
  expect(await reencryptAll()).toEqual([0, 0, 0])
})

describe('the secret that a process is given', () => {
  test('alone opens everything of before, once it has taken its place', async () => {
    await reconcileSecrets(url, { current: SUMMER, previous: [SPRING] })
    await reconcileSecrets(url, { current: AUTUMN, previous: [SUMMER] })
    expect(await reconcileSecrets(url, { current: AUTUMN, previous: [] })).toEqual([SUMMER, SPRING])
  })

  test('is refused in one sentence when it is another than the database’s', async () => {
    const sentence =
      /^APP_SECRET is not the secret that this database was written under \(its key is \w{8}\): [^\n]*$/
    for (const previous of [[], [AUTUMN]]) {
      const settled = reconcileSecrets(url, { current: SUMMER, previous })
      await expect(settled).rejects.toThrow(sentence)
      await expect(settled).rejects.not.toThrow(SPRING)
    }
    expect(await reconcileSecrets(url, { current: SPRING, previous: [] })).toEqual([])
  })

  test('is refused when it had been given up before', async () => {
    await reconcileSecrets(url, { current: SUMMER, previous: [SPRING] })
    const back = reconcileSecrets(url, { current: SPRING, previous: [SUMMER] })
    await expect(back).rejects.toThrow('choose a new one')
  })

  test('is taken by one of two that start at once', async () => {
    const given = { current: SUMMER, previous: [SPRING] }
    const both = await Promise.all([reconcileSecrets(url, given), reconcileSecrets(url, given)])
    expect(both).toEqual([[SPRING], [SPRING]])
  })
})

async function changeTwice() {
  await change(SUMMER, [SPRING])
  await reencryptAll()
  await change(AUTUMN, [SUMMER])
}

async function change(current: string, previous: string[]) {
  startUnder(current, await reconcileSecrets(url, { current, previous }))
}

async function reencryptAll() {
  return [await reencryptWebhookSecrets(), await reencryptTotpSecrets(), await reencryptBatches()]
}
