import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { alertOwners } from '#lib/overview/alerts/keep-alerting.ts'
import { readLastMilestone } from '#lib/signatures/milestones.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
const inHours = (hours: number) => hoursAgo(-hours)

beforeEach(async () => {
  await emptyDatabase()
  await anOrganiser('Ana', 'owner')
  await anOrganiser('Karim', 'owner')
  await anOrganiser('Lea', 'moderator')
  await database.organiser.updateMany({ data: { hasSecondFactor: true, locale: 'en' } })
  await database.organiser.updateMany({
    where: { email: 'karim@letter.example' },
    data: { wantsAlerts: false },
  })
})

const signed = (count: number, confirmedAt: Date) =>
  Array.from({ length: count }, (_, place) =>
    aSignature({
      email: `somebody.${place}.${confirmedAt.getTime()}@gmail.com`,
      confirmedAt,
      submittedAt: confirmedAt,
    }),
  )

const aHeldOne = (confirmedAt: Date) =>
  aSignature({
    name: 'Mickey Mouse',
    email: 'mickey@farm.example',
    status: 'held',
    holdReasons: ['imitation'],
    submittedAt: confirmedAt,
    confirmedAt,
  })

test('on a quiet day nobody hears anything', async () => {
  await insertSignatures(database, [...signed(3, hoursAgo(1)), aHeldOne(hoursAgo(47))])
  await alertOwners()
  expect(await deliverMails()).toEqual([])
})

test('a wait, a surge and a milestone are one mail, to the owners who wish it, without a name', async () => {
  const farm = Array.from({ length: 30 }, (_, place) =>
    aSignature({ email: `robot.${place}@farm.example`, submittedAt: hoursAgo(1) }),
  )
  await insertSignatures(database, [...signed(80, hoursAgo(3)), ...farm, aHeldOne(hoursAgo(49))])
  await alertOwners()
  const [mail, ...others] = await deliverMails()
  expect(mail?.to).toBe('ana@letter.example')
  expect(others).toEqual([])
  expect(mail?.text).toMatch(/reached 100 signatures/)
  expect(mail?.text).toMatch(/One signature has waited/)
  expect(mail?.text).toMatch(/network: 30\s+within\s+a\s+day/)
  expect(mail?.text.match(/within/g)).toHaveLength(1)
  expect(mail?.text).not.toMatch(/farm\.example|Mickey|Camille/)
})

test('what happens meanwhile waits for the hour, and is told once', async () => {
  await insertSignatures(database, [aHeldOne(hoursAgo(49))])
  await alertOwners()
  expect(await deliverMails()).toHaveLength(1)
  await insertSignatures(database, signed(100, new Date()))
  await alertOwners(inHours(0.5))
  expect(await deliverMails()).toEqual([])
  await alertOwners(inHours(1.1))
  const [mail] = await deliverMails()
  expect(mail?.text).toContain('reached 100 signatures')
  expect(mail?.text).not.toContain('waited for review')
  for (const hours of [2, 3, 4]) await alertOwners(inHours(hours))
  expect(await deliverMails()).toEqual([])
})

test('a milestone has the day of its last signature, and stays although one is withdrawn', async () => {
  const hundredth = hoursAgo(50)
  await insertSignatures(database, [...signed(99, hoursAgo(60)), ...signed(1, hundredth)])
  await insertSignatures(database, signed(20, hoursAgo(10)))
  await alertOwners()
  expect(await deliverMails()).toEqual([])
  expect(await readLastMilestone()).toMatchObject({ signatures: 100, reachedAt: hundredth })
  await database.signature.deleteMany({})
  await alertOwners(inHours(1))
  expect(await readLastMilestone()).toMatchObject({ signatures: 100, reachedAt: hundredth })
})

test('mails that fail are told of, and two instances tell once', async () => {
  const { id } = aSignature()
  await insertSignatures(database, [aSignature({ id })])
  await database.mail.createMany({
    data: Array.from({ length: 6 }, () => ({
      kind: 'confirm' as const,
      signatureId: id,
      status: 'failed' as const,
    })),
  })
  await Promise.all([alertOwners(), alertOwners()])
  const [mail, ...others] = await deliverMails()
  expect(mail?.text).toContain('100% of the e-mails')
  expect(others).toEqual([])
})
