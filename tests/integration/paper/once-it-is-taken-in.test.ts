import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { UNDO_DAYS } from '#lib/content/limits.ts'
import { database } from '#lib/database/client.ts'
import { removeSignature, restoreSignature } from '#lib/moderation/remove-signature.ts'
import { checkRows } from '#lib/paper/check-rows.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { readBatch, readRowsOf } from '#lib/paper/read-batch.ts'
import { tickRows } from '#lib/paper/tick-rows.ts'
import { undoBatch } from '#lib/paper/undo-batch.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { addWebhook } from '#lib/webhooks/change-webhooks.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import {
  IN_SILENCE,
  readNow,
  removeAllOfCountry,
  undoAll,
} from '../../support/people/organiser-acts.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { aCheckedBatch } from '../../support/people/paper.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille } from '../../support/people/signatories.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  karim = await anOrganiser('Karim', 'moderator')
})

test('a check that comes late changes nothing of what was taken in', async () => {
  const id = await aCheckedBatch(karim, 'name\nLéa Martin\nAli Ben Salah', ['name'])
  await database.paperBatch.update({ where: { id }, data: { status: 'importing' } })
  await database.paperRow.updateMany({ where: { number: 2 }, data: { state: 'imported' } })
  await checkRows(id)
  expect(await importBatch(karim, id)).toEqual({ outcome: 'imported', signatures: 1 })
  await checkRows(id)
  expect((await readBatch(id))?.batch.status).toBe('imported')
})

test('an organiser’s own system is told of it, and of its end', async () => {
  await addWebhook(karim, 'https://crm.example.org/hook')
  const id = await aCheckedBatch(karim, 'name\nLéa Martin\nAli Ben Salah', ['name'])
  await importBatch(karim, id)
  await undoBatch(karim, id)
  const told = await database.webhookMessage.findMany({ orderBy: { position: 'asc' } })
  expect(told.map(({ event }) => event)).toEqual([
    'confirmed',
    'confirmed',
    'withdrawn',
    'withdrawn',
  ])
})

test('a page of rows is one, whatever its address says', async () => {
  const id = await aCheckedBatch(karim, 'name\nLéa Martin', ['name'])
  for (const after of ['99999999999', '-1', '0.5', 'x', undefined]) {
    expect((await readRowsOf(karim, id, 'ready', after)).next).toBeUndefined()
  }
  await tickRows(id, ['99999999999', '2', null], ['2.5'])
})

test('Camille signed on paper, then here: one signature, hers, which undoing leaves alone', async () => {
  const id = await aCheckedBatch(karim, `name,email\nC. Roux,${camille.email}`, ['name', 'email'])
  await importBatch(karim, id)
  await signLetter({ ...camille, wantsUpdates: true })
  const [mail] = await deliverMails()
  expect(await readTally(0)).toMatchObject({ signatures: 1, onPaper: 1 })
  const presses = await Promise.all([1, 2, 3].map(() => confirmSignature(tokenIn(mail))))
  expect(presses.map(({ outcome }) => outcome).sort()).toEqual([
    'already-confirmed',
    'already-confirmed',
    'confirmed',
  ])
  expect(await undoBatch(karim, id)).toEqual({ outcome: 'undone', signatures: 0 })
  expect(await database.signature.findMany()).toMatchObject([
    { name: 'Camille Roux', wantsUpdates: true, status: 'confirmed', paperBatchId: null },
  ])
})

test('who signed on paper, and here under a borrowed name, waits for a look like anyone', async () => {
  const id = await aCheckedBatch(karim, `name,email\nC. Roux,${camille.email}`, ['name', 'email'])
  await importBatch(karim, id)
  await signLetter({ ...camille, name: 'Emmanuel Macron' })
  const [mail] = await deliverMails()
  expect(await confirmSignature(tokenIn(mail))).toEqual({ outcome: 'confirmed' })
  expect(await database.signature.findMany()).toMatchObject([
    { status: 'held', holdReasons: ['imitation'], paperBatchId: null },
  ])
  expect(await readTally(0)).toMatchObject({ signatures: 0 })
})

test('who signed without an address is removed, put back and at last erased like anyone', async () => {
  const id = await aCheckedBatch(karim, 'name,country\nLéa Martin,FR', ['name', 'country'])
  await importBatch(karim, id)
  const lea = await database.signature.findFirstOrThrow()
  await removeSignature(karim, await readNow(lea.id), IN_SILENCE)
  expect(await restoreSignature(karim, await readNow(lea.id))).toEqual({ outcome: 'done' })
  const now = new Date()
  await removeAllOfCountry('FR', now)
  await undoAll(now)
  expect(await database.signature.findFirst()).toMatchObject({ status: 'confirmed' })
  await removeSignature(karim, await readNow(lea.id), IN_SILENCE)
  await enforceRetention(new Date(Date.now() + 31 * DAY_MS))
  expect(await database.signature.findFirst()).toMatchObject({ status: 'removed', name: '' })
  expect(await restoreSignature(karim, await readNow(lea.id))).toEqual({ outcome: 'not-possible' })
})

test('after its days it stands', async () => {
  const id = await aCheckedBatch(karim, 'name\nLéa Martin', ['name'])
  const now = new Date()
  await importBatch(karim, id, now)
  const late = new Date(now.getTime() + UNDO_DAYS * DAY_MS)
  expect(await undoBatch(karim, id, late)).toEqual({ outcome: 'not-possible' })
})
