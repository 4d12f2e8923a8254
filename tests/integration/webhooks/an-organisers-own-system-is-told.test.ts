import { afterEach, beforeEach, expect, test } from 'vitest'
import { WEBHOOK_LOG_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { moveSignature, moveSignatures } from '#lib/signatures/states.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import {
  addWebhook,
  enableWebhook,
  removeWebhook,
  testWebhook,
} from '#lib/webhooks/change-webhooks.ts'
import { listWebhooks } from '#lib/webhooks/list-webhooks.ts'
import { tidyLog } from '#lib/webhooks/run-webhooks.ts'
import {
  DISABLED_AFTER_MS,
  LEASE_MS,
  NEXT_ATTEMPTS_MS,
  sendDueMessages,
} from '#lib/webhooks/send-messages.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  startWebhookReceiver,
  type WebhookReceiver,
} from '../../support/fakes/fake-webhook-receiver.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, type aSignature } from '../../support/people/factories/signature.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { openOwnSignature, signAndConfirm } from '../../support/people/self-service.ts'
import { details } from '../../support/people/signatories.ts'

let receiver: WebhookReceiver

beforeEach(async () => {
  await emptyDatabase()
  receiver = await startWebhookReceiver()
})
afterEach(() => receiver.stop())

test('Camille’s signature is told of with her name; her withdrawal without it', async () => {
  const webhookId = await tellReceiver()
  await signAndConfirm(details())
  const session = await openOwnSignature(details())
  await sendAll(webhookId)
  await withdrawSignature(session, false)
  await sendAll(webhookId)
  const { id } = await database.signature.findFirstOrThrow()
  const about = { id, kind: 'individual', country: 'FR', category: 'health-care', language: 'fr' }
  expect(receiver.received).toMatchObject([
    { type: 'signature.confirmed', data: { ...about, name: 'Camille Roux' } },
    { type: 'signature.withdrawn', data: about },
  ])
  expect(JSON.stringify(receiver.received)).not.toContain('@')
  expect(receiver.received[1]?.data).not.toHaveProperty('name')
  expect(await dumpDatabase()).not.toContain('Camille')
})

test('a name that is not public is not told, nor is one that was hidden since', async () => {
  const webhookId = await tellReceiver()
  await insert({ name: 'Private Pia', isPublic: false }, { name: 'Hidden Hana', isPublic: true })
  const ids = await confirmAll()
  await database.signature.updateMany({ data: { isHidden: true } })
  await sendAll(webhookId)
  expect(receiver.received.map(({ data }) => data.id).sort()).toEqual(ids.sort())
  expect(JSON.stringify(receiver.received)).not.toMatch(/Pia|Hana/)
})

test('without a webhook nothing is written; what never counted is not withdrawn', async () => {
  await insert({}, {})
  const [first = '', second = ''] = await confirmAll()
  expect(await database.webhookMessage.count()).toBe(0)
  await tellReceiver()
  await database.$transaction(async all => {
    await moveSignature(all, first, 'remove')
    await moveSignature(all, first, 'withdraw')
    await moveSignature(all, second, 'hold', { holdReasons: ['by_hand'] })
    await moveSignature(all, second, 'release', { holdReasons: [] })
  })
  const told = await database.webhookMessage.findMany({ orderBy: { position: 'asc' } })
  expect(told.map(({ event, signatureId }) => [event, signatureId])).toEqual([
    ['withdrawn', first],
    ['withdrawn', second],
    ['confirmed', second],
  ])
})

test('what fails is tried again later with the same id, and what came after waits for it', async () => {
  const webhookId = await tellReceiver()
  await insert({})
  const [id = ''] = await confirmAll()
  await database.$transaction(all => moveSignature(all, id, 'hold', { holdReasons: ['by_hand'] }))
  receiver.planned.push(500)
  const now = new Date()
  expect(await sendDueMessages(webhookId, now)).toBe(1)
  expect(await sendDueMessages(webhookId, now)).toBe(0)
  await sendAll(webhookId, new Date(now.getTime() + (NEXT_ATTEMPTS_MS[0] ?? 0)))
  const [once, again, after] = receiver.received
  expect(receiver.received.map(({ type }) => type)).toEqual([
    'signature.confirmed',
    'signature.confirmed',
    'signature.withdrawn',
  ])
  expect(again?.id).toBe(once?.id)
  expect(after?.id).not.toBe(once?.id)
})

test('a process that died in the middle: the message goes once more, with the same id', async () => {
  const webhookId = await tellReceiver()
  await insert({})
  await confirmAll()
  await sendAll(webhookId)
  const now = new Date()
  await database.webhookMessage.updateMany({
    data: { status: 'waiting', endedAt: null, nextAttemptAt: new Date(now.getTime() + LEASE_MS) },
  })
  const both = [sendDueMessages(webhookId, now), sendDueMessages(webhookId, now)]
  expect(await Promise.all(both)).toEqual([0, 0])
  const later = new Date(now.getTime() + LEASE_MS)
  const tried = await Promise.all([1, 2].map(() => sendDueMessages(webhookId, later)))
  expect(tried.sort()).toEqual([0, 1])
  expect(receiver.received).toHaveLength(2)
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1)
})

test('a redirect is not followed; after the last attempt the message is given up', async () => {
  const webhookId = await tellReceiver()
  await insert({})
  await confirmAll()
  let now = new Date()
  for (const wait of [0, ...NEXT_ATTEMPTS_MS]) {
    receiver.planned.push(302)
    now = new Date(now.getTime() + wait)
    await sendDueMessages(webhookId, now)
  }
  expect(receiver.elsewhere).toBe(0)
  expect(await database.webhookMessage.findFirst()).toMatchObject({
    status: 'failed',
    attempts: NEXT_ATTEMPTS_MS.length + 1,
    lastResponse: '302',
  })
  await tidyLog(new Date(now.getTime() + (WEBHOOK_LOG_DAYS - 1) * DAY_MS))
  expect(await database.webhookMessage.count()).toBe(1)
  await tidyLog(new Date(now.getTime() + (WEBHOOK_LOG_DAYS + 1) * DAY_MS))
  expect(await database.webhookMessage.count()).toBe(0)
})

test('days of silence switch a webhook off; Léa switches it on again, and takes it away', async () => {
  const webhookId = await tellReceiver()
  await insert({}, {})
  const [first = ''] = await confirmAll()
  receiver.planned.push(500, 500, 500, 500)
  const now = new Date()
  await sendDueMessages(webhookId, now)
  await sendDueMessages(webhookId, new Date(now.getTime() + DISABLED_AFTER_MS))
  expect(await listWebhooks()).toMatchObject([{ disabledAt: expect.any(Date) }])
  await database.$transaction(all => moveSignature(all, first, 'remove'))
  expect(await database.webhookMessage.count()).toBe(2)
  expect(await enableWebhook(lea, webhookId)).toEqual({ outcome: 'enabled' })
  expect(await testWebhook(lea, webhookId)).toMatchObject({ outcome: 'not-arrived' })
  expect(await testWebhook(lea, webhookId)).toMatchObject({ outcome: 'arrived' })
  expect(await removeWebhook(lea, webhookId)).toEqual({ outcome: 'removed' })
  expect(await database.webhookMessage.count()).toBe(0)
  const events = await database.auditRecord.findMany({ select: { kind: true, details: true } })
  expect(events.map(({ kind }) => kind)).toContain('webhook-removed')
  expect(JSON.stringify(events)).not.toContain('/hook')
})

/** Léa adds the receiver's address, as some programs copy it; resolves to the webhook's id. */
async function tellReceiver() {
  const added = await addWebhook(lea, `${receiver.url.replace('http:', 'HTTP:')}\n\0`)
  if (added.outcome !== 'added') throw new Error(added.fault)
  receiver.secret = added.secret
  const [webhook] = await listWebhooks()
  expect(webhook?.url).toBe(receiver.url)
  expect(await dumpDatabase()).not.toContain(added.secret.slice('whsec_'.length))
  return webhook?.id ?? ''
}

async function sendAll(webhookId: string, now = new Date()) {
  while ((await sendDueMessages(webhookId, now)) > 0);
}

async function insert(...given: Parameters<typeof aSignature>[0][]) {
  await insertSignatures(database, given.map(aPendingSignature))
}

async function confirmAll() {
  const rows = await database.signature.findMany({ where: { status: 'pending' } })
  const ids = rows.map(({ id }) => id)
  return database.$transaction(all =>
    moveSignatures(all, ids, 'confirm', { confirmedAt: new Date() }),
  )
}
