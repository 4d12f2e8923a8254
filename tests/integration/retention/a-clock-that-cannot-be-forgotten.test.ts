import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { database } from '#lib/database/client.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { postponeErasure } from '#lib/retention/postpone-erasure.ts'
import { readErasure } from '#lib/retention/read-clock.ts'
import { tellOwnersOfErasure } from '#lib/retention/tell-owners.ts'
import { monthsAfter } from '#lib/time/months-after.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { signAndConfirm } from '../../support/people/self-service.ts'
import { camille } from '../../support/people/signatories.ts'

const CLOSED = new Date('2026-05-26T10:00:00Z')
const DUE = monthsAfter(CLOSED, 18)
const daysBefore = (days: number) => new Date(DUE.getTime() - days * DAY_MS)

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

const addressesLeft = () => database.signature.count({ where: { emailKey: { not: null } } })

test('a letter closed and forgotten: Lucie is told, and a month later addresses go', async () => {
  await anOrganiser('Maya', 'moderator')
  await signAndConfirm(camille, CLOSED)
  await moveCampaign(lucie, 'close', CLOSED)
  expect(await tellOwnersOfErasure(daysBefore(31))).toBe(0)
  expect(await tellOwnersOfErasure(daysBefore(30))).toBe(1)
  expect(await tellOwnersOfErasure(daysBefore(29))).toBe(0)
  const [mail, ...others] = await deliverMails()
  expect(others).toEqual([])
  expect(mail?.text).toMatch(/26\s+(November|novembre)\s+2027/)
  await enforceRetention(daysBefore(1))
  expect(await addressesLeft()).toBe(1)
  await enforceRetention(DUE)
  expect(await addressesLeft()).toBe(0)
  expect(await readErasure(DUE)).toBeNull()
  expect(await tellOwnersOfErasure(monthsAfter(DUE, 12))).toBe(0)
})

test('of two instances that look at once, one tells', async () => {
  await signAndConfirm(camille, CLOSED)
  await moveCampaign(lucie, 'close', CLOSED)
  const told = await Promise.all([1, 2].map(() => tellOwnersOfErasure(daysBefore(30))))
  expect(told.toSorted()).toEqual([0, 1])
})

test('Lucie postpones once, on record; a second time is refused', async () => {
  await signAndConfirm(camille, CLOSED)
  await moveCampaign(lucie, 'close', CLOSED)
  expect(await postponeErasure(lucie, daysBefore(40))).toEqual({ outcome: 'not-possible' })
  await tellOwnersOfErasure(daysBefore(30))
  expect(await readErasure(daysBefore(20))).toMatchObject({ because: 'closed', mayPostpone: true })
  const both = [1, 2].map(() => postponeErasure(lucie, daysBefore(20)))
  const outcomes = (await Promise.all(both)).map(({ outcome }) => outcome)
  expect(outcomes.toSorted()).toEqual(['not-possible', 'postponed'])
  await enforceRetention(DUE)
  expect(await addressesLeft()).toBe(1)
  const events = await readAuditEvents()
  expect(events.filter(({ kind }) => kind === 'erasure-postponed')).toMatchObject([
    { details: { because: 'closed', from: DUE.toISOString() } },
  ])
  const later = monthsAfter(CLOSED, 24)
  expect(await tellOwnersOfErasure(new Date(later.getTime() - 30 * DAY_MS))).toBe(1)
  await enforceRetention(later)
  expect(await addressesLeft()).toBe(0)
})

test('an open letter that nobody signs any more is told of too; without a signature there is nothing', async () => {
  expect(await readErasure(DUE)).toBeNull()
  await signAndConfirm(camille, CLOSED)
  const quiet = monthsAfter(CLOSED, 24)
  await enforceRetention(monthsAfter(quiet, 12))
  expect(await addressesLeft()).toBe(1)
  expect(await tellOwnersOfErasure(quiet)).toBe(1)
  expect(await readErasure(quiet)).toMatchObject({ because: 'quiet', mayPostpone: true })
})
