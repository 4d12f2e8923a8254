import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { sendTestBroadcast } from '#lib/broadcasts/send-test-broadcast.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { NEWS } from '../../support/people/broadcast-texts.ts'
import { aDraft, newsReaders } from '../../support/people/broadcasts.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

let lucie: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'moderator')
  karim = await anOrganiser('Karim', 'owner')
})

test('a test goes to its writer alone, in both languages, and not without end', async () => {
  await newsReaders(2)
  const id = await aDraft(lucie)
  expect(await sendTestBroadcast(lucie, id)).toEqual({ outcome: 'sent' })
  const messages = await deliverMails()
  expect(messages.map(({ to }) => to)).toEqual([lucie.email, lucie.email])
  expect(messages.map(({ subject }) => subject).sort()).toEqual([NEWS.fr.subject, NEWS.en.subject])
  expect(messages.every(({ headers }) => headers['List-Unsubscribe'] === undefined)).toBe(true)
  for (let tried = 0; tried < 20; tried += 1) await sendTestBroadcast(lucie, id)
  expect(await sendTestBroadcast(lucie, id)).toEqual({ outcome: 'too-many' })
  expect(await sendTestBroadcast(karim, id)).toEqual({ outcome: 'sent' })
})
