import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { nameOneself } from '#lib/organisers/people/name-oneself.ts'
import {
  INVITATION_MINUTES,
  makeOrganiserLink,
  readOrganiserLink,
  TERMINAL_LINK_MINUTES,
} from '#lib/organisers/people/organiser-link.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

const MINUTE_MS = 60_000

beforeEach(emptyDatabase)

test('an invitation is mailed in the language of who invites: the newest, and no token is kept', async () => {
  await inviteOrganiser('ana@example.org', 'owner', null, { mailIn: 'fr' })
  const invited = await inviteOrganiser('ana@example.org', 'owner', null, { mailIn: 'en' })
  const mails = await deliverMails()
  expect(mails).toMatchObject([
    { to: 'ana@example.org', subject: expect.stringMatching(/^You are invited/) },
  ])
  const token = tokenIn(mails[0])
  expect(invited).toEqual({ outcome: 'invited', email: 'ana@example.org', token: null })
  const kept = [await database.mail.findMany(), await database.organiserLink.findMany()]
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('the mail says who invites by the name that she gave herself, and never by her address', async () => {
  const owner = await anOrganiser('Lucie', 'owner')
  const invite = async () => {
    await inviteOrganiser('ana@example.org', 'viewer', owner, { mailIn: 'fr' })
    return (await deliverMails()).filter(({ to }) => to === 'ana@example.org')[0]?.text
  }
  expect(await invite()).toContain('Vous êtes invité·e à rejoindre')
  await nameOneself(owner, 'Lucie Garnier')
  const text = await invite()
  expect(text).toContain('Lucie Garnier vous invite à rejoindre')
  expect(text).not.toContain(owner.email)
})

test.each([
  ['an invitation', 'ana@example.org', INVITATION_MINUTES],
  ['a link of the terminal', null, TERMINAL_LINK_MINUTES],
])('%s works until its time is over', async (_link, email, minutes) => {
  const made = new Date()
  const token = email ? await invited(email) : await ofTerminal(minutes, made)
  const at = (ms: number) => readOrganiserLink(token, new Date(made.getTime() + ms))
  expect(await at(minutes * MINUTE_MS - 1)).toBeDefined()
  expect(await at((minutes + 1) * MINUTE_MS)).toBeUndefined()
})

test('an invitation whose mail waited works as long as it says, from the moment when it went out', async () => {
  const asked = new Date(Date.now() - 20 * 60 * MINUTE_MS)
  await inviteOrganiser('ana@example.org', 'owner', null, { mailIn: 'en', now: asked })
  const token = tokenIn((await deliverMails())[0])
  const at = (minutes: number) =>
    readOrganiserLink(token, new Date(Date.now() + minutes * MINUTE_MS))
  expect(await at(INVITATION_MINUTES - 1)).toBeDefined()
  expect(await at(INVITATION_MINUTES + 1)).toBeUndefined()
})

async function invited(email: string) {
  const result = await inviteOrganiser(email, 'owner', null)
  return result.outcome === 'invited' ? result.token : result.outcome
}

async function ofTerminal(minutes: number, now: Date) {
  return (await makeOrganiserLink(null, minutes, database, now)).token
}
