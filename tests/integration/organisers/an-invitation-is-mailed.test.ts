import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { emptyDatabase } from '../../support/database.ts'
import { deliverMails, tokenIn } from '../../support/outbox.ts'

beforeEach(emptyDatabase)

test('an invitation is mailed in the language of who invites: the newest, and no token is kept', async () => {
  await inviteOrganiser('ana@example.org', 'owner', null, { mailIn: 'fr' })
  const invited = await inviteOrganiser('ana@example.org', 'owner', null, { mailIn: 'en' })
  const mails = await deliverMails()
  expect(mails).toMatchObject([
    { to: 'ana@example.org', subject: expect.stringMatching(/^A place in the team/) },
  ])
  const token = tokenIn(mails[0])
  expect(invited).toMatchObject({ outcome: 'invited', token })
  const kept = [await database.mail.findMany(), await database.organiserLink.findMany()]
  expect(JSON.stringify(kept)).not.toContain(token)
})
