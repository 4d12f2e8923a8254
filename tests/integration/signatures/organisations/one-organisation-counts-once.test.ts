import { beforeEach, describe, expect, test } from 'vitest'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { doublesOf, readHeld, release } from '../../../support/people/organiser-acts.ts'
import { signAndConfirm, signatureOf } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { amina, camille, details } from '../../../support/people/signatories.ts'

/** Somebody else of an organisation, at the domain of its website, so that only its name is looked at. */
function ofOrganisation(organisation: string, domain = 'chu-lyon.example'): SignatureDetails {
  return details({
    ...amina,
    email: `direction@${domain}`,
    organisation,
    website: `https://${domain}/`,
  })
}

const organisations = async () => (await readTally(0)).organisations

beforeEach(emptyDatabase)

describe('one organisation counts once', () => {
  test.each([
    ['CHU de Lyon', 'chu lyon'],
    ['CHU de Lyon', 'LYON – CHU'],
    ['Hôpital Saint-Louis', 'hopital saint louis'],
    ['Médecins du Monde', 'MEDECINS DU MONDE'],
    ['Red Crescent of the North', 'The Red Crescent, North'],
  ])('%s and %s: the second waits for an organiser', async (first, second) => {
    await signAndConfirm(ofOrganisation(first, 'one.example'))
    const { status, holdReasons } = await signAndConfirm(ofOrganisation(second, 'other.example'))
    expect({ status, holdReasons }).toEqual({
      status: 'held',
      holdReasons: ['organisation_double'],
    })
    expect(await organisations()).toBe(1)
  })

  test('so does another name on the same website', async () => {
    await signAndConfirm(ofOrganisation('Centre hospitalier de Lyon'))
    const second = { ...ofOrganisation('Hospices lyonnais'), email: 'presse@chu-lyon.example' }
    expect((await signAndConfirm(second)).holdReasons).toEqual(['organisation_double'])
  })

  test('another organisation counts, and so does a person who works there', async () => {
    await signAndConfirm(ofOrganisation('CHU de Lyon'))
    await signAndConfirm(ofOrganisation('CHU de Lille', 'chu-lille.example'))
    await signAndConfirm(details({ ...camille, organisation: 'CHU de Lyon' }))
    expect(await readTally(0)).toMatchObject({ signatures: 3, organisations: 2, individuals: 1 })
  })

  test('of two spellings confirmed at the same moment one counts', async () => {
    const spellings = ['CHU de Lyon', 'chu lyon', 'Le CHU de Lyon', 'LYON (CHU)']
    for (const [place, spelling] of spellings.entries()) {
      await signLetter(ofOrganisation(spelling, `place-${place}.example`))
    }
    const tokens = (await deliverMails()).map(tokenIn)
    await Promise.all(tokens.map(token => confirmSignature(token)))
    expect(await organisations()).toBe(1)
    expect(await readHeld()).toHaveLength(spellings.length - 1)
  })
})

describe('an organiser decides', () => {
  test('with the name of the other before her; nothing is merged by itself', async () => {
    await signAndConfirm(ofOrganisation('CHU de Lyon', 'one.example'))
    const { id } = await signAndConfirm(ofOrganisation('chu lyon', 'other.example'))
    expect(await readHeld()).toMatchObject([
      { organisation: 'chu lyon', holdReasons: ['organisation_double'] },
    ])
    expect(await doublesOf(id)).toEqual(['CHU de Lyon'])
    await release(id)
    expect(await organisations()).toBe(2)
  })

  test('about one that does not prove its domain, even where it stands alone', async () => {
    const { id, isDomainVerified } = await signAndConfirm({
      ...ofOrganisation('CHU de Lyon'),
      email: 'chu.lyon@gmail.com',
    })
    expect(isDomainVerified).toBe(false)
    expect(await readHeld()).toMatchObject([{ id, holdReasons: ['organisation_unverified'] }])
    expect(await doublesOf(id)).toEqual([])
    expect(await organisations()).toBe(0)
    await release(id)
    expect(await organisations()).toBe(1)
  })

  test.each([
    ['its website’s domain', 'direction@mail.chu-lyon.example', 'confirmed', true],
    ['another domain', 'direction@chu-lille.example', 'held', false],
    ['a domain that only ends alike', 'direction@evil-chu-lyon.example', 'held', false],
    ['a free provider', 'chu.lyon@laposte.net', 'held', false],
  ] as const)('an address of %s', async (_, email, status, isDomainVerified) => {
    const person = { ...ofOrganisation('CHU de Lyon'), email }
    await signAndConfirm(person)
    expect(await signatureOf(person)).toMatchObject({ status, isDomainVerified })
  })

  test('about a free provider that gives its own site as its website', async () => {
    const person = { ...ofOrganisation('CHU', 'gmail.com'), email: 'chu@gmail.com' }
    expect(await signAndConfirm(person)).toMatchObject({ status: 'held', isDomainVerified: false })
  })
})
