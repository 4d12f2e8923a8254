import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { removeOrganiser } from '#lib/organisers/people/remove-organiser.ts'
import { endSession } from '#lib/organisers/sessions/end-session.ts'
import { addWebhook, removeWebhook } from '#lib/webhooks/change-webhooks.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

// Without a script nothing keeps a second press back: the later ones find what the first has done.

let lucie: Organiser
let ana: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  ana = await anOrganiser('Ana', 'viewer')
})

test('an organiser is removed once', async () => {
  const outcomes = await fourTimes(() => removeOrganiser(ana.id, lucie))
  expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(3)
  expect(await readAuditEvents('organiser-removed')).toHaveLength(1)
})

test('a session is ended once', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000)
  const { id } = await database.organiserSession.create({
    data: { organiserId: ana.id, tokenHash: 'of-ana', expiresAt: inAnHour },
  })
  const wereThere = await fourTimes(() => endSession(id, lucie))
  expect(wereThere.filter(Boolean)).toHaveLength(1)
  expect(await readAuditEvents('session-ended')).toHaveLength(1)
})

test('a webhook is taken away once', async () => {
  await addWebhook(lucie, 'https://example.org/hook')
  const { id } = await database.webhook.findFirstOrThrow()
  const outcomes = await fourTimes(() => removeWebhook(lucie, id))
  expect(outcomes.filter(({ outcome }) => outcome === 'removed')).toHaveLength(1)
  expect(await readAuditEvents('webhook-removed')).toHaveLength(1)
})

function fourTimes<Outcome>(press: () => Promise<Outcome>) {
  return Promise.all([press(), press(), press(), press()])
}
