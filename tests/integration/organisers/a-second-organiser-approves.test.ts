import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { askApproval } from '#lib/approvals/ask-approval.ts'
import { consumeApproval } from '#lib/approvals/consume-approval.ts'
import { approve, refuseApproval } from '#lib/approvals/decide-approval.ts'
import { APPROVAL_LIFETIME_HOURS } from '#lib/approvals/kinds.ts'
import { countApprovals, listApprovals, readApproval } from '#lib/approvals/list-approvals.ts'
import { readOwnApproval } from '#lib/approvals/read-own-approval.ts'
import { database } from '#lib/database/client.ts'
import { readSettings, saveSetting } from '#lib/settings/settings.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

const EXPORT = { kind: 'export-all', subject: 'csv of everything' } as const
const NOW = new Date('2026-11-21T12:00:00Z')
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

let lucie: Organiser
let karim: Organiser
let noor: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'exporter')
  karim = await anOrganiser('Karim', 'owner')
  noor = await anOrganiser('Noor', 'moderator')
  await database.organiser.updateMany({ data: { hasSecondFactor: true } })
})

test('Lucie asks, Karim approves, and Lucie may do it once', async () => {
  const { id } = await ask()
  expect(await useIt(lucie)).toBe(false)
  expect((await listApprovals(karim, NOW))[0]).toMatchObject({ id, askedBy: lucie.email })
  expect(await approve(karim, id, '', NOW)).toEqual({ outcome: 'approved' })
  const tries = await Promise.all([useIt(lucie), useIt(lucie), useIt(lucie)])
  expect(tries.filter(Boolean)).toHaveLength(1)
  const kinds = (await readAuditEvents()).map(({ kind }) => kind)
  expect(kinds).toEqual(['approval-asked', 'approval-given', 'approval-used'])
})

test('nobody approves her own question, nor one that is beyond her role', async () => {
  const { id } = await ask()
  expect(await approve(lucie, id, '', NOW)).toEqual({ outcome: 'own-question' })
  expect(await approve(noor, id, '', NOW)).toEqual({ outcome: 'not-allowed' })
  expect(await listApprovals(noor, NOW)).toEqual([])
  expect(await useIt(lucie)).toBe(false)
})

test('what Karim refuses stays refused; asked anew, it waits anew', async () => {
  const { id } = await ask()
  expect(await refuseApproval(karim, id, 'Without the addresses, please.', NOW)).toEqual({
    outcome: 'refused',
  })
  expect(await approve(karim, id, '', NOW)).toEqual({ outcome: 'not-waiting' })
  expect(await useIt(lucie)).toBe(false)
  expect(await ask()).toMatchObject({ outcome: 'asked' })
})

test('a no needs its reason, which Lucie reads', async () => {
  const { id } = await ask()
  expect(await refuseApproval(karim, id, ' \n ', NOW)).toEqual({ outcome: 'answer-missing' })
  expect(await refuseApproval(karim, id, 'Too many addresses.', NOW)).toEqual({
    outcome: 'refused',
  })
  expect(await readApproval(lucie, id, NOW)).toMatchObject({
    state: 'refused',
    answer: 'Too many addresses.',
  })
  const [event] = await readAuditEvents('approval-refused')
  expect(event).toMatchObject({ details: { answer: 'Too many addresses.' } })
})

test('who may approve hears of it once, and Lucie of the answer; no mail says whom it is about', async () => {
  const { id } = await ask()
  await ask()
  const [toKarim, ...others] = await deliverMails()
  expect(others).toEqual([])
  expect(toKarim).toMatchObject({ to: karim.email })
  expect(toKarim?.text).toContain(`/organisers/approvals/${id}`)
  expect(toKarim?.text).not.toContain('ministry')
  await approve(karim, id, 'Yes, for the ministry alone.', NOW)
  const [toLucie, ...more] = await deliverMails()
  expect(more).toEqual([])
  expect(toLucie).toMatchObject({ to: lucie.email })
  expect(toLucie?.text).toContain(`/organisers/approvals/${id}`)
  expect(toLucie?.text).not.toContain('ministry')
})

test('what waits is counted for whoever decides, and for Lucie once she may go on', async () => {
  const { id } = await ask()
  expect(await countApprovals(karim, NOW)).toEqual({ toDecide: 1, toUse: 0 })
  expect(await countApprovals(noor, NOW)).toEqual({ toDecide: 0, toUse: 0 })
  expect(await countApprovals(lucie, NOW)).toEqual({ toDecide: 0, toUse: 0 })
  await approve(karim, id, '', NOW)
  expect(await countApprovals(karim, NOW)).toEqual({ toDecide: 0, toUse: 0 })
  expect(await countApprovals(lucie, NOW)).toEqual({ toDecide: 0, toUse: 1 })
  expect(await readOwnApproval(lucie, { id, kind: 'export-all' }, NOW)).toEqual({
    subject: EXPORT.subject,
    reason: 'For the ministry of health.',
  })
  expect(await readOwnApproval(karim, { id, kind: 'export-all' }, NOW)).toBeNull()
  await useIt(lucie)
  expect(await countApprovals(lucie, NOW)).toEqual({ toDecide: 0, toUse: 0 })
})

test('asked twice, it is one question', async () => {
  const { id } = await ask()
  expect(await ask()).toEqual({ outcome: 'already-asked', id })
})

test('an approval is good for the very thing, for who asked, and for 24 hours', async () => {
  const { id } = await ask()
  await approve(karim, id, '', NOW)
  expect(await useIt(karim)).toBe(false)
  expect(await useIt(lucie, { ...EXPORT, subject: 'another thing' })).toBe(false)
  expect(await useIt(lucie, EXPORT, hoursLater(APPROVAL_LIFETIME_HOURS))).toBe(false)
  const late = await ask(hoursLater(1))
  expect(late.id).toBe(id)
  const next = await ask(hoursLater(30))
  expect(await approve(karim, next.id, '', hoursLater(60))).toEqual({ outcome: 'not-waiting' })
})

test('a setting has its default, is changed by an owner, and the audit log says so', async () => {
  expect(await readSettings()).toMatchObject({ exportNeedsApproval: false })
  await saveSetting(karim, 'exportNeedsApproval', true)
  expect(await readSettings()).toMatchObject({ exportNeedsApproval: true })
  const [event] = await readAuditEvents('setting-changed')
  expect(event).toMatchObject({ subject: 'exportNeedsApproval', details: { value: true } })
})

function ask(at = NOW) {
  return askApproval(lucie, { ...EXPORT, reason: 'For the ministry of health.' }, at)
}

function useIt(
  organiser: Organiser,
  subject: { kind: 'export-all'; subject: string } = EXPORT,
  at = NOW,
) {
  return database.$transaction(transaction => consumeApproval(transaction, organiser, subject, at))
}
