import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import {
  ADDRESS_LINK_MINUTES,
  askForAddress,
  changeAddress,
  readAddressChange,
} from '#lib/organisers/people/change-address.ts'
import { makeOrganiserLink, readOrganiserLink } from '#lib/organisers/people/organiser-link.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../support/fakes/transport.ts'
import { aBrowser, joinAsOwner, PASSWORD } from '../../support/people/organiser-joins.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const HER_NEW = 'ana@hospital.example'

let ana: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  const { id } = await joinAsOwner('ana@example.org', aBrowser())
  ana = { id, email: 'ana@example.org', role: 'owner', networkHash: 'of-ana' }
  karim = await anOrganiser('Karim', 'owner')
  await database.organiser.updateMany({ data: { hasSecondFactor: true, locale: 'en' } })
  await deliverMails()
})

const ask = (email: unknown = HER_NEW, password: unknown = PASSWORD) =>
  askForAddress({ email, password }, ana, 'en')

const addressOf = async ({ id }: Organiser) =>
  (await database.organiser.findUniqueOrThrow({ where: { id } })).email

test('the link goes to the new address; pressed by her it counts, and the one before is told', async () => {
  expect(await ask()).toEqual({ outcome: 'asked' })
  const [mail, ...others] = await deliverMails()
  expect([mail?.to, others]).toEqual([HER_NEW, []])
  const token = tokenIn(mail)
  expect(await readAddressChange(token, ana)).toMatchObject({ email: HER_NEW })
  expect(await addressOf(ana)).toBe(ana.email)
  expect(await changeAddress(token, ana, crypto.randomUUID())).toEqual({ outcome: 'changed' })
  expect(await addressOf(ana)).toBe(HER_NEW)
  const told = await deliverMails()
  expect(told.map(({ to }) => to).sort()).toEqual([ana.email, karim.email].sort())
  expect(told.find(({ to }) => to === karim.email)?.text).toContain(HER_NEW)
  expect(told.find(({ to }) => to === ana.email)?.text).not.toContain(HER_NEW)
  expect(await readAuditEvents('organiser-address-changed')).toMatchObject([{ subject: ana.id }])
  expect(JSON.stringify((await readAuditEvents()).map(({ details }) => details))).not.toContain(
    HER_NEW,
  )
  expect(await database.organiserSession.count({ where: { organiserId: ana.id } })).toBe(0)
  expect(await changeAddress(token, ana, '')).toEqual({ outcome: 'unknown' })
})

test('whoever has the link, but not her session, changes nothing; it lets nobody join either', async () => {
  await ask()
  const token = tokenIn((await deliverMails())[0])
  expect(await readAddressChange(token, karim)).toBeNull()
  expect(await changeAddress(token, karim, '')).toEqual({ outcome: 'unknown' })
  expect(await readOrganiserLink(token)).toBeUndefined()
  const join = await makeOrganiserLink(ana.id, 30)
  expect(await readAddressChange(join.token, ana)).toBeNull()
  expect(await addressOf(ana)).toBe(ana.email)
})

test.each([
  ['wrong-password', HER_NEW, 'not hers'],
  ['invalid-address', 'nonsense', PASSWORD],
  ['known', 'ana@example.org', PASSWORD],
  ['known', 'Karim@letter.example', PASSWORD],
])('%s: nothing is mailed', async (outcome, email, password) => {
  expect(await ask(email, password)).toEqual({ outcome })
  expect(await deliverMails()).toEqual([])
})

test('the newest link counts alone, for an hour, and never over a colleague who took the address', async () => {
  await ask('ana@elsewhere.example')
  const first = tokenIn((await deliverMails())[0])
  await ask()
  const second = tokenIn((await deliverMails())[0])
  expect(await readAddressChange(first, ana)).toBeNull()
  const late = new Date(Date.now() + (ADDRESS_LINK_MINUTES + 1) * MINUTE_MS)
  expect(await readAddressChange(second, ana, late)).toBeNull()
  await database.organiser.update({ where: { id: karim.id }, data: { email: HER_NEW } })
  expect(await changeAddress(second, ana, '')).toEqual({ outcome: 'known' })
  await enforceRetention(new Date(Date.now() + 2 * DAY_MS))
  expect(await database.organiserAddress.count()).toBe(0)
})
