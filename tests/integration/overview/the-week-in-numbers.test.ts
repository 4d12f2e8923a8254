import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { saveMailWishes } from '#lib/organisers/people/mail-wishes.ts'
import { sendDigest } from '#lib/overview/digest/send-digest.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

/** Nine o'clock on a Monday, where the campaign is. */
const MONDAY = new Date('2026-11-30T08:00:00Z')
const NEXT_MONDAY = new Date('2026-12-07T08:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  const lea = await anOrganiser('Lea', 'moderator')
  await anOrganiser('Karim', 'owner')
  await database.organiser.updateMany({ data: { hasSecondFactor: true, locale: 'en' } })
  await saveMailWishes(lea, { wantsDigest: true })
})

const signed = (count: number, day: string) =>
  Array.from({ length: count }, (_, place) =>
    aSignature({
      email: `somebody.${place}.${day}@gmail.com`,
      confirmedAt: new Date(`2026-11-${day}T12:00:00Z`),
      submittedAt: new Date(`2026-11-${day}T12:00:00Z`),
    }),
  )

const flat = (text = '') => text.replace(/\s+/g, ' ')

describe.each([
  [
    'en',
    /6 signatures were confirmed from 23.November.2026 to 29.November.2026/,
    /50% more than the week before \(4\)/,
    /To review: one signature/,
    /12 signatures in all/,
  ],
  [
    'fr',
    /6 signatures confirmées du 23.novembre.2026 au 29.novembre.2026/,
    /50 % de plus que la semaine d’avant \(4\)/,
    /À vérifier : 1 signature/,
    /compte 12 signatures en tout/,
  ],
])('in %s', (locale, growth, than, held, total) => {
  test('growth against the week before, what waits and what failed, without a name', async () => {
    await database.organiser.updateMany({ data: { locale } })
    const { id } = aSignature()
    await insertSignatures(database, [
      ...signed(4, '17'),
      ...signed(6, '24'),
      ...signed(1, '30'),
      aSignature({ id, name: 'Camille Roux', confirmedAt: new Date('2026-10-01T12:00:00Z') }),
      aSignature({
        name: 'Mickey Mouse',
        email: 'mickey@farm.example',
        status: 'held',
        holdReasons: ['imitation'],
        confirmedAt: new Date('2026-11-24T12:00:00Z'),
      }),
    ])
    const failed = { kind: 'confirm' as const, signatureId: id, status: 'failed' as const }
    const createdAt = new Date('2026-11-25T12:00:00Z')
    await database.mail.createMany({ data: [{ ...failed, createdAt }] })
    expect(await sendDigest(MONDAY)).toBe(1)
    const [mail, ...others] = await deliverMails()
    expect(others).toEqual([])
    expect(mail?.to).toBe('lea@letter.example')
    for (const said of [growth, than, held, total]) expect(flat(mail?.text)).toMatch(said)
    expect(mail?.text).not.toMatch(/Mickey|Camille|farm\.example|gmail/)
  })
})

test('three machines mail it once, and again a week later', async () => {
  await Promise.all([sendDigest(MONDAY), sendDigest(MONDAY), sendDigest(MONDAY)])
  expect(await deliverMails()).toHaveLength(1)
  expect(await sendDigest(new Date('2026-12-01T20:00:00Z'))).toBe(0)
  expect(await sendDigest(NEXT_MONDAY)).toBe(1)
})

test('who did not ask for it gets none, nor who has no second factor', async () => {
  await database.organiser.updateMany({
    where: { email: 'lea@letter.example' },
    data: { hasSecondFactor: false },
  })
  expect(await sendDigest(MONDAY)).toBe(0)
  expect(await database.weeklyDigest.count()).toBe(0)
})
