import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { sendDueMails } from '#lib/mail/outbox/send-due-mails.ts'
import { sendAgain } from '#lib/mail/send-again.ts'
import { signLetter } from '#lib/signatures/sign-letter.ts'
import { emptyDatabase } from '../../support/database.ts'
import { aDoor, remembering } from '../../support/outbox.ts'
import { amina, camille } from '../../support/people.ts'

const organiser = { organiserId: randomUUID(), networkHash: null }

beforeEach(async () => {
  await emptyDatabase()
  await signLetter(camille)
  await sendDueMails(
    aDoor(async () => ({ outcome: 'refused', code: 'validation_error', reason: 'permanent' })),
  )
})

test('an organiser sends again what was given up, and the trail says so', async () => {
  await signLetter(amina)
  expect(await sendAgain(organiser)).toEqual({ outcome: 'queued', mails: 1 })
  const { door, opened } = remembering()
  while ((await sendDueMails(door)) > 0);
  expect(opened.toSorted()).toEqual([amina.email, camille.email])
  const { organiserId } = organiser
  expect(await database.auditRecord.findFirst()).toMatchObject({
    kind: 'mail-sent-again',
    organiserId,
    rows: 1,
  })
})

test('only those that were chosen, and none whose link has ended', async () => {
  expect(await sendAgain(organiser, [randomUUID()])).toMatchObject({ mails: 0 })
  await database.confirmationLink.updateMany({ data: { expiresAt: new Date(0) } })
  expect(await sendAgain(organiser)).toMatchObject({ mails: 0 })
  expect(await database.auditRecord.count()).toBe(0)
})
