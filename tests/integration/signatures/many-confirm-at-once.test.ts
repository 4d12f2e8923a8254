import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { confirmForm } from '#lib/signatures/confirm-together.ts'
import { confirmationSecrets } from '#lib/signatures/confirmation-link.ts'
import { readDetails } from '#lib/signatures/signature-details.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { details } from '../../support/people/signatories.ts'

beforeEach(emptyDatabase)

test('of a hundred who press at once, each is confirmed, once, with her history and no mail left that asks', async () => {
  const tokens = await signed(100)
  const outcomes = await Promise.all(tokens.map(token => confirmSignature(token)))
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['confirmed']))
  expect((await readTally(0)).signatures).toBe(100)
  const rows = await database.signature.findMany({
    include: { links: true, mails: true, events: true },
  })
  for (const { events, mails, links, confirmedAt } of rows) {
    expect(events).toMatchObject([{ kind: 'confirmed', codes: [] }])
    expect(mails).toEqual([])
    expect(links).toMatchObject([{ details: null, browserHash: null, usedAt: confirmedAt }])
  }
})

test('of ten presses of one button one confirms, and the others find it confirmed', async () => {
  const [token = ''] = await signed(1)
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => confirmSignature(token)))
  const confirmed = outcomes.filter(({ outcome }) => outcome === 'confirmed')
  expect([confirmed.length, outcomes.length - confirmed.length]).toEqual([1, 9])
  expect(await database.signatureEvent.count()).toBe(1)
})

test('a crowd that grows too large within one group is held from that one on, and told', async () => {
  const { threshold } = HOLD_REASONS.network_burst
  const networkHash = 'network-of-a-crowd'
  const earlier = { networkHash, status: 'confirmed' as const, confirmedAt: new Date() }
  await insertSignatures(
    database,
    Array.from({ length: threshold - 3 }, () => aSignature(earlier)),
  )
  await signed(8, { networkHash })
  const links = await database.confirmationLink.findMany()
  const forms = links.map(link => ({
    ...link,
    details: readDetails(link.details),
    pressNetworkHash: null,
    now: new Date(),
  }))
  await Promise.all(forms.map(confirmForm))
  const held = await database.signature.findMany({ where: { status: 'held' } })
  expect(held.map(({ holdReasons }) => holdReasons)).toEqual(Array(5).fill(['network_burst']))
  expect(await database.mail.count({ where: { kind: 'held' } })).toBe(5)
})

test('one whose row is gone is unknown, and the others of its group are confirmed', async () => {
  const [odd = '', ...fine] = await signed(4)
  await database.signature.delete({ where: { id: await signatureOf(odd) } })
  const outcomes = await Promise.all([odd, ...fine].map(token => confirmSignature(token)))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'unknown',
    'confirmed',
    'confirmed',
    'confirmed',
  ])
})

/** Tokens of the links of so many who have signed. */
async function signed(count: number, given: { networkHash?: string } = {}) {
  const people = Array.from({ length: count }, (_, place) => ({
    name: `Reader ${place}`,
    email: `reader.${place}@example${place}.org`,
  }))
  await Promise.all(people.map(person => signLetter(details({ ...person, ...given }))))
  const links = await database.confirmationLink.findMany()
  return links.map(({ id }) => confirmationSecrets(id).token)
}

async function signatureOf(token: string) {
  const links = await database.confirmationLink.findMany()
  const link = links.find(({ id }) => confirmationSecrets(id).token === token)
  return link?.signatureId ?? ''
}
