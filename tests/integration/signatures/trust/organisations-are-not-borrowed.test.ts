import { beforeEach, describe, expect, test } from 'vitest'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { reasonsOf, signAndConfirm } from '../../../support/people/self-service.ts'
import { amina } from '../../../support/people/signatories.ts'

beforeEach(emptyDatabase)

const listed = async () => (await listSignatories(signatoryFilters.parse({}))).signatories

describe('who speaks for an organisation', () => {
  const chu = {
    ...amina,
    email: 'amina@chu-lyon.example',
    organisation: 'CHU de Lyon',
    website: 'https://www.chu-lyon.example/',
  }

  test.each([
    ['from a garage’s domain', 'bernard@garage.example', ['imitation']],
    ['from its own', 'amina@icrc.org', 'confirmed'],
  ])('the Red Cross, %s', async (_, email, said) => {
    const website = `https://www.${email.split('@')[1]}/`
    const organisation = 'International Committee of the Red Cross (ICRC)'
    const person = { ...chu, email, website, organisation }
    await signAndConfirm(person)
    expect(await reasonsOf(person)).toEqual(said)
    expect(await listed()).toHaveLength(said === 'confirmed' ? 1 : 0)
  })

  test('a customer does not speak for the provider of his mailbox', async () => {
    const person = { ...chu, email: 'x@bluewin.ch', website: 'https://bluewin.ch/' }
    expect(await signAndConfirm(person)).toMatchObject({ isDomainVerified: false })
    expect(await reasonsOf(person)).toEqual(['organisation_unverified'])
  })

  test('two groups on one host are two organisations', async () => {
    const nurses = { ...chu, organisation: 'Nurses', website: 'https://facebook.com/nurses' }
    const doctors = {
      ...chu,
      email: 'idris@example.org',
      organisation: 'Doctors',
      website: 'https://facebook.com/doctors',
    }
    for (const group of [nurses, doctors]) {
      await signAndConfirm(group)
      expect(await reasonsOf(group)).toEqual(['organisation_unverified'])
    }
  })

  test('with ligatures or without it is one organisation', async () => {
    await signAndConfirm({ ...chu, organisation: 'Hôpital du Sacré-Cœur' })
    const again = {
      ...chu,
      email: 'idris@chu-lyon.example',
      organisation: 'Hopital du Sacre-Coeur',
    }
    await signAndConfirm(again)
    expect(await reasonsOf(again)).toEqual(['organisation_double'])
  })
})
