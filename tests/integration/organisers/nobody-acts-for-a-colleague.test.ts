import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { askApproval } from '#lib/approvals/ask-approval.ts'
import { approve } from '#lib/approvals/decide-approval.ts'
import { NEWCOMER_DAYS } from '#lib/approvals/introduced-by.ts'
import { APPROVAL_LIFETIME_HOURS } from '#lib/approvals/kinds.ts'
import { ENDED_APPROVAL_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { changeRole } from '#lib/organisers/people/change-role.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { removeOrganiser } from '#lib/organisers/people/remove-organiser.ts'
import { resetOrganiser } from '#lib/organisers/people/reset-organiser.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

const DAY_MS = 86_400_000
const MAILED = { mailIn: 'en' }

let idris: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  idris = await anOrganiser('Idris', 'owner')
  karim = await anOrganiser('Karim', 'owner')
  await database.organiser.updateMany({ data: { hasSecondFactor: true, locale: 'en' } })
})

describe('Idris asks for an export, and would like to approve it himself', () => {
  test('a link that he asks for goes to the mailbox alone', async () => {
    const invited = await inviteOrganiser('ana@example.org', 'owner', idris, MAILED)
    expect(invited).toEqual({ outcome: 'invited', email: 'ana@example.org', token: null })
    const reset = await resetOrganiser(karim.id, idris, MAILED)
    expect(reset).toEqual({ outcome: 'reset', email: karim.email, token: null })
    const links = (await deliverMails()).filter(({ text }) => text.includes('/organisers/join'))
    expect(links.map(({ to }) => to).sort()).toEqual(['ana@example.org', karim.email])
    expect(tokenIn(links[0])).toMatch(/^[\w-]{43}$/)
  })

  test.each([
    ['invited', () => inviteOrganiser('ana@example.org', 'owner', idris, MAILED)],
    ['reset', () => resetOrganiser(karim.id, idris, MAILED)],
  ])('whom he has %s approves nothing of his for a week, and then may', async (_how, introduce) => {
    const done = await introduce()
    const email = 'email' in done ? done.email : ''
    const friend = await organiserOf(email)
    expect(await approve(friend, await ask())).toEqual({ outcome: 'newcomer' })
    const later = new Date(Date.now() + NEWCOMER_DAYS * DAY_MS)
    expect(await approve(friend, await ask(later), '', later)).toEqual({ outcome: 'approved' })
  })

  test('whom somebody invited that he had invited approves nothing of his either', async () => {
    await inviteOrganiser('ana@example.org', 'owner', idris, MAILED)
    await inviteOrganiser('lea@example.org', 'owner', await organiserOf('ana@example.org'), MAILED)
    const lea = await organiserOf('lea@example.org')
    expect(await approve(lea, await ask())).toEqual({ outcome: 'newcomer' })
    const [fromKarim] = [await ask(new Date(), karim)]
    expect(await approve(lea, fromKarim)).toEqual({ outcome: 'approved' })
  })

  test('whom the terminal invited may: nobody of the console had a hand in it', async () => {
    await inviteOrganiser('ana@example.org', 'owner', null)
    expect(await approve(await organiserOf('ana@example.org'), await ask())).toEqual({
      outcome: 'approved',
    })
  })
})

describe('everyone concerned is mailed', () => {
  test('of a role: its bearer, and the owners but who gave it', async () => {
    const ana = await joined('Ana', 'owner')
    await changeRole(karim.id, 'viewer', idris)
    expect(await toldOf()).toEqual([
      [ana.email, `The role of ${karim.email} was changed`],
      [karim.email, 'An owner changed your role'],
    ])
  })

  test('of a reset and of a removal: the other owners', async () => {
    const ana = await joined('Ana', 'owner')
    await resetOrganiser(karim.id, idris)
    await removeOrganiser(karim.id, idris)
    expect(await toldOf()).toEqual([
      [ana.email, `All access of ${karim.email} was ended`],
      [ana.email, `${karim.email} was removed from the team`],
    ])
  })

  test('each in the language in which she signs in', async () => {
    await database.organiser.update({ where: { id: karim.id }, data: { locale: 'fr' } })
    await changeRole(karim.id, 'moderator', idris)
    const [mail] = await deliverMails()
    expect(mail?.text).toContain('Une personne responsable a changé votre rôle')
  })
})

test('what was searched for stands in clear in no approval, and goes when it has ended', async () => {
  const subject = JSON.stringify({ columns: 'all', filters: { q: 'zoe@clinique.example' } })
  const reason = 'About zoe@clinique.example, who complained.'
  await askApproval(idris, { kind: 'export-all', subject, reason })
  const [record] = await database.auditRecord.findMany({ where: { kind: 'approval-asked' } })
  expect(record?.details).toMatchObject({ reason: 'About …@…, who complained.' })
  await database.approval.updateMany({ data: { reason: '' } })
  expect(await dumpDatabase()).not.toContain('clinique.example')
  const ended = APPROVAL_LIFETIME_HOURS / 24 + ENDED_APPROVAL_DAYS
  await enforceRetention(new Date(Date.now() + (ended - 1) * DAY_MS))
  expect(await database.approval.count()).toBe(1)
  await enforceRetention(new Date(Date.now() + (ended + 1) * DAY_MS))
  expect(await database.approval.count()).toBe(0)
})

async function ask(at = new Date(), by = idris) {
  const question = { kind: 'export-all', subject: `${at.getTime()}`, reason: 'For us.' } as const
  return (await askApproval(by, question, at)).id
}

async function organiserOf(email: string): Promise<Organiser> {
  const { id, role } = await database.organiser.findUniqueOrThrow({ where: { email } })
  return { id, email, role, networkHash: 'network-of-somebody' }
}

async function joined(name: string, role: 'owner' | 'viewer') {
  const organiser = await anOrganiser(name, role)
  await database.organiser.update({
    where: { id: organiser.id },
    data: { hasSecondFactor: true, locale: 'en' },
  })
  return organiser
}

/** Who was told what, up to when it was. */
async function toldOf() {
  const told = (await deliverMails()).map(({ to, text }) => {
    const [, sentence = ''] = /Hello, (.*?) on \d/.exec(text.replace(/\s+/g, ' ')) ?? []
    return [to, sentence]
  })
  return told.sort((one, other) => one.join().localeCompare(other.join()))
}
