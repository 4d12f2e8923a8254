import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { confirmForm } from '#lib/signatures/confirm-together.ts'
import { readDetails } from '#lib/signatures/signature-details.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { reasonsOf, signAndConfirm } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { details } from '../../../support/people/signatories.ts'

beforeEach(emptyDatabase)

const many = (place: number) =>
  details({
    name: place % 2 ? 'Jean Martin' : 'JEAN MARTIN',
    organisation: 'Clinique du Nord',
    email: `jm.${place}@mailbox-${place}.example`,
    networkHash: 'one-network',
  })

test('from five on of one name, organisation and network are held, also within a group', async () => {
  for (const place of [1, 2, 3]) await signAndConfirm(many(place))
  const others = [4, 5, 6, 7].map(many)
  await Promise.all(others.map(person => signLetter(person)))
  const links = await database.confirmationLink.findMany({ where: { usedAt: null } })
  const now = new Date()
  await Promise.all(
    links.map(({ signatureId, details: typed }) =>
      confirmForm({ signatureId, details: readDetails(typed), pressNetworkHash: null, now }),
    ),
  )
  const outcomes = await Promise.all(others.map(reasonsOf))
  expect(outcomes.filter(outcome => outcome === 'confirmed')).toHaveLength(1)
  expect(outcomes.filter(outcome => outcome !== 'confirmed')).toEqual(
    Array(3).fill(['same_person']),
  )
})

test('another name, organisation or network is another person', async () => {
  for (const place of [1, 2, 3, 4]) await signAndConfirm(many(place))
  const others = [
    { ...many(5), name: 'Jeanne Martin' },
    { ...many(6), organisation: 'Clinique du Sud' },
    { ...many(7), networkHash: 'another-network' },
  ]
  for (const person of others) {
    await signAndConfirm(person)
    expect(await reasonsOf(person)).toBe('confirmed')
  }
})
