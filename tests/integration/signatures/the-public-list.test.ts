import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { writeCursor } from '#lib/signatures/list-cursor.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { readNewest } from '#lib/signatures/newest-signatories.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import {
  anOrganisationSignature,
  aPendingSignature,
  aSignature,
} from '../../support/people/factories/signature.ts'

const ID = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11'

const list = (query: Record<string, string> = {}) => listSignatories(signatoryFilters.parse(query))

const namesFor = async (query: Record<string, string>) =>
  (await list(query)).signatories.map(({ name }) => name)

const insert = (...signatures: Signature[]) => insertSignatures(database, signatures)

beforeEach(emptyDatabase)

describe('who appears', () => {
  test('those who confirmed and agreed, newest first, and nobody else', async () => {
    await insert(
      aSignature({ name: 'Camille Roux' }),
      aSignature({ name: 'Zoé Lefèvre' }),
      aSignature({ name: 'Noor Hidden', isPublic: false }),
      aPendingSignature({ name: 'Theo Waiting' }),
      aSignature({ name: 'Inès Gone', status: 'withdrawn' }),
    )
    expect(await namesFor({})).toEqual(['Zoé Lefèvre', 'Camille Roux'])
    expect((await readNewest()).map(({ name }) => name)).toEqual(['Zoé Lefèvre', 'Camille Roux'])
  })

  test('with what they gave for the list, never with an address', async () => {
    const amina = anOrganisationSignature({ email: 'amina@secret.example', statement: 'Because.' })
    await insert(amina)
    const page = await list()
    expect(page).toEqual({
      signatories: [
        {
          id: amina.id,
          name: 'Camille Roux',
          kind: 'organisation',
          organisation: 'Hôpital Saint-Louis',
          role: 'Directrice',
          category: null,
          country: 'FR',
          website: null,
          logo: null,
          capacity: amina.capacity,
          capacityNote: null,
          isDomainVerified: false,
          statement: null,
          confirmedAt: amina.confirmedAt?.toISOString(),
        },
      ],
      next: null,
    })
    expect(JSON.stringify(page)).not.toMatch(/@|secret|emailKey/)
  })
})

describe('search', () => {
  test.each([
    ['jean-eric', ['Jean-Éric Lefèvre']],
    ['LEFÈVRE', ['Jean-Éric Lefèvre']],
    ['lefe\u0300vre', ['Jean-Éric Lefèvre']],
    ['nguyen', ['Nguyễn Thị Minh Khai']],
    ['李', ['李伟']],
    ['محمد', ['محمد حداد']],
    ["o'hara", ["Siobhán O'Hara"]],
    ["o'neill", ['Niamh O’Neill']],
    ['laetitia', ['Lætitia Bœuf']],
    ['boeuf', ['Lætitia Bœuf']],
    ['saint‑louis', ['Grace Smith']],
    ['saint-louis', ['Grace Smith']],
    ['  grace   smith  ', ['Grace Smith']],
    ['100 %', ['100 % Sûr']],
    ['100_%', []],
    ['r_score', ['Under_Score']],
    ['k\\slash', ['Back\\Slash']],
    ['%', []],
    ['---', []],
    ["o'", ['Niamh O’Neill', "Siobhán O'Hara"]],
    ['ha', ["Siobhán O'Hara"]],
    ['er', ['Jean-Éric Lefèvre']],
    ['ng', ['Nguyễn Thị Minh Khai']],
    ['小明', ['王小明']],
    ['a%e', []],
    ["' OR true --", []],
    ['nobody at all', []],
    ['\0', ['all']],
  ])('%j finds its people', async (q, found) => {
    await insert(
      ...EVERYBODY.map(name => aSignature({ name })),
      anOrganisationSignature({ name: 'Grace Smith', organisation: 'Hôpital Saint-Louis' }),
    )
    const names = await namesFor({ q })
    if (found[0] === 'all') expect(names).toHaveLength(EVERYBODY.length + 1)
    else expect(names).toEqual(found)
  })

  test('never finds who did not agree to be shown', async () => {
    await insert(aSignature({ name: 'Noor Hidden', isPublic: false }))
    expect(await namesFor({ q: 'hidden' })).toEqual([])
  })
})

describe('filters', () => {
  test('narrow the list, each for itself and together', async () => {
    await insert(
      aSignature({ name: 'Camille', country: 'FR', category: 'health-care' }),
      aSignature({ name: 'Kwame', country: 'GB', category: 'health-care' }),
      anOrganisationSignature({ name: 'Amina', country: 'FR', category: 'research' }),
    )
    expect(await namesFor({ country: 'FR' })).toEqual(['Amina', 'Camille'])
    expect(await namesFor({ category: 'health-care' })).toEqual(['Kwame', 'Camille'])
    expect(await namesFor({ kind: 'organisation' })).toEqual(['Amina'])
    expect(await namesFor({ country: 'FR', category: 'health-care' })).toEqual(['Camille'])
    expect(await namesFor({ country: 'XX' })).toEqual([])
    expect(await namesFor({ kind: "x' OR 1=1" })).toHaveLength(3)
  })
})

describe('page after page', () => {
  test('gives everybody once while others keep signing', async () => {
    const crowd = [...aCrowd(230, { isPublic: true })]
    await insertSignatures(database, crowd)
    const seen: string[] = []
    let after = ''
    do {
      const page = await list({ limit: '50', after })
      seen.push(...page.signatories.map(({ id }) => id))
      await insert(aSignature({ confirmedAt: new Date() }))
      after = page.next ?? ''
    } while (after)
    expect(seen).toEqual(newestFirst(crowd).map(({ id }) => id))
  })

  test('gives everybody once when all confirmed in the same millisecond', async () => {
    const confirmedAt = new Date('2026-05-26T10:00:00.123Z')
    const crowd = [...aCrowd(30, { isPublic: true, confirmedAt })]
    await insertSignatures(database, crowd)
    const seen: string[] = []
    let after = ''
    do {
      const page = await list({ limit: '7', after })
      seen.push(...page.signatories.map(({ id }) => id))
      after = page.next ?? ''
    } while (after)
    expect(seen).toHaveLength(30)
    expect(new Set(seen)).toEqual(new Set(crowd.map(({ id }) => id)))
  })

  test('keeps search and filters, and ends with no next page', async () => {
    await insertSignatures(database, aCrowd(60, { isPublic: true, country: 'FR' }))
    await insertSignatures(database, aCrowd(60, { isPublic: true, country: 'BE', seed: 7 }))
    const first = await list({ country: 'BE', limit: '50' })
    const second = await list({ country: 'BE', limit: '50', after: first.next ?? '' })
    expect(second.signatories).toHaveLength(10)
    expect(second.next).toBeNull()
    const all = [...first.signatories, ...second.signatories]
    expect(all.every(({ country }) => country === 'BE')).toBe(true)
  })

  test.each([
    ['garbage: as from the beginning', 'garbage', 1],
    ['a place long before everybody', writeCursor({ at: new Date('1000-01-01'), id: ID }), 0],
    ['a place long after everybody', writeCursor({ at: new Date('9999-12-31'), id: ID }), 1],
  ])('%s is answered', async (_, after, names) => {
    await insert(aSignature())
    const { signatories } = await list({ after })
    expect(signatories).toHaveLength(names)
  })
})

function newestFirst(crowd: Signature[]) {
  const time = ({ confirmedAt }: Signature) => confirmedAt?.getTime() ?? 0
  return crowd.toSorted((a, b) => time(b) - time(a))
}

const EVERYBODY = [
  'Jean-Éric Lefèvre',
  'Nguyễn Thị Minh Khai',
  '李伟',
  '王小明',
  'محمد حداد',
  "Siobhán O'Hara",
  '100 % Sûr',
  'Under_Score',
  'Back\\Slash',
  'Niamh O’Neill',
  'Lætitia Bœuf',
]
