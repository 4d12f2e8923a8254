import { afterEach, beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { moveSignatures } from '#lib/signatures/states.ts'
import { addWebhook } from '#lib/webhooks/change-webhooks.ts'
import { runWebhooks } from '#lib/webhooks/run-webhooks.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  startWebhookReceiver,
  type WebhookReceiver,
} from '../../support/fakes/fake-webhook-receiver.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature } from '../../support/people/factories/signature.ts'
import { lea } from '../../support/people/organiser-acts.ts'

let receiver: WebhookReceiver

beforeEach(async () => {
  await emptyDatabase()
  receiver = await startWebhookReceiver()
})
afterEach(() => receiver.stop())

test('whoever confirms while the site runs is told of', async () => {
  const added = await addWebhook(lea, receiver.url)
  if (added.outcome === 'added') receiver.secret = added.secret
  const stop = new AbortController()
  const running = runWebhooks(stop.signal, { ms: 1_000 }, () => undefined)
  await insertSignatures(database, [{}, {}, {}].map(aPendingSignature))
  const ids = (await database.signature.findMany()).map(({ id }) => id)
  await database.$transaction(all =>
    moveSignatures(all, ids, 'confirm', { confirmedAt: new Date() }),
  )
  await expect.poll(() => receiver.received.length).toBe(ids.length)
  stop.abort()
  await running
})
