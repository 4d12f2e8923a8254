import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { UNDO_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { removeSignature } from '#lib/moderation/remove-signature.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { dumpDatabase } from '../../../support/database/dump-database.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails } from '../../../support/fakes/transport.ts'
import { IN_SILENCE, readNow } from '../../../support/people/organiser-acts.ts'
import { anOrganiser } from '../../../support/people/organisers.ts'
import {
  openOwnSignature,
  signAndConfirm,
  signatureOf,
} from '../../../support/people/self-service.ts'
import { camille, idris } from '../../../support/people/signatories.ts'

const DAY_MS = 86_400_000

let lea: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lea = await anOrganiser('Léa', 'moderator')
})

test('what Léa removed, and its owner withdrew and signed again, waits for a look', async () => {
  await signAndConfirm(idris)
  await removeSignature(lea, await readNow((await signatureOf(idris)).id), IN_SILENCE)
  await withdrawSignature(await openOwnSignature(idris), false)
  await deliverMails()
  expect(await dumpDatabase()).not.toContain(idris.email)
  await signAndConfirm(idris)
  expect(await signatureOf(idris)).toMatchObject({
    status: 'held',
    holdReasons: expect.arrayContaining(['removed_before']),
  })
  expect((await listSignatories(signatoryFilters.parse({}))).signatories).toEqual([])
})

test('so does one that comes again after the words of the first were erased', async () => {
  await signAndConfirm(idris)
  const { id } = await signatureOf(idris)
  const removedAt = new Date(Date.now() - (UNDO_DAYS + 1) * DAY_MS)
  await removeSignature(lea, await readNow(id), IN_SILENCE, removedAt)
  await enforceRetention()
  await signAndConfirm(idris)
  expect(await signatureOf(idris)).toMatchObject({ status: 'held' })
})

test('who withdrew by herself signs again as anybody', async () => {
  await signAndConfirm(camille)
  await withdrawSignature(await openOwnSignature(camille), false)
  await signAndConfirm(camille)
  expect(await signatureOf(camille)).toMatchObject({ status: 'confirmed', holdReasons: [] })
  expect(await database.removedAddress.count()).toBe(0)
})
