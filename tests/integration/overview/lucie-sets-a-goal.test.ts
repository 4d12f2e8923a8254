import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { alertOwners } from '#lib/overview/alerts/keep-alerting.ts'
import { readGoalIfAble } from '#lib/settings/read-goal.ts'
import { readLastMilestone } from '#lib/signatures/milestones.ts'
import { setGoal } from '#lib/signatures/set-goal.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  await database.organiser.updateMany({ data: { hasSecondFactor: true, locale: 'en' } })
  await sign(3)
})

const sign = (count: number) =>
  insertSignatures(
    database,
    Array.from({ length: count }, () => {
      const now = new Date()
      return aSignature({
        email: `${crypto.randomUUID()}@gmail.com`,
        confirmedAt: now,
        submittedAt: now,
      })
    }),
  )

test.each([
  ['12', 12],
  ['1 200', 1200],
  ['1,200', 1200],
  ['4', 4],
])('%s is a goal, and on record', async (typed, goal) => {
  expect(await setGoal(lucie, typed)).toEqual({ outcome: 'set' })
  expect(await readGoalIfAble()).toBe(goal)
  const [event] = await readAuditEvents('setting-changed')
  expect(event).toMatchObject({ subject: 'goal', details: { value: goal }, organiserId: lucie.id })
})

test.each(['3', '0', '-5', 'many', '1e99', '99999999999999'])('%s is none', async typed => {
  expect(await setGoal(lucie, typed)).toEqual({ outcome: 'refused', reached: 3 })
  expect(await readGoalIfAble()).toBeNull()
})

test('an empty field leads back to the goals that follow by themselves', async () => {
  await setGoal(lucie, '12')
  expect(await setGoal(lucie, ' ')).toEqual({ outcome: 'set' })
  expect(await readGoalIfAble()).toBeNull()
})

test('once it is reached it is a milestone, of which owners hear', async () => {
  await setGoal(lucie, '12')
  await alertOwners()
  expect(await deliverMails()).toEqual([])
  await sign(9)
  await alertOwners(new Date(Date.now() + 1000))
  expect(await readLastMilestone()).toMatchObject({ signatures: 12 })
  expect((await deliverMails())[0]?.text).toContain('reached 12 signatures')
})
