import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { backfillKeys } from '#lib/signatures/backfill-keys.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { FOLDING_VERSION } from '#lib/text/fold-text.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'

/** More than a chunk, less than two. */
const CROWD = 700

beforeEach(emptyDatabase)

/** As the site wrote it before folding had a version. */
const laetitia = () =>
  aSignature({ name: 'Lætitia O’Neill', searchKey: 'lætitia o’neill', isPublic: true })

const hospital = () =>
  aSignature({
    name: 'Amina Haddad',
    kind: 'organisation',
    organisation: 'Hôpital du Sacré-Cœur',
    organisationKey: 'cœur hopital sacre',
    searchKey: 'amina haddad hopital du sacre-cœur',
    email: 'amina@bluewin.ch',
    website: 'https://bluewin.ch/',
    isDomainVerified: true,
  })

const found = async (q: string) =>
  (await listSignatories(signatoryFilters.parse({ q }))).signatories.map(({ name }) => name)

const run = () => database.keyBackfill.findUnique({ where: { version: FOLDING_VERSION } })

describe('after an update that folds names otherwise', () => {
  test('keys are made anew, and marks that were given wrongly are taken back', async () => {
    await insertSignatures(database, [laetitia(), hospital()])
    await backfillKeys()
    expect(await found('laetitia')).toEqual(['Lætitia O’Neill'])
    expect(await found("o'neill")).toEqual(['Lætitia O’Neill'])
    expect(await database.signature.findFirst({ where: { kind: 'organisation' } })).toMatchObject({
      organisationKey: 'coeur hopital sacre',
      searchKey: 'amina haddad hopital du sacre-coeur',
      isDomainVerified: false,
    })
  })

  test('until then she is found as before', async () => {
    await insertSignatures(database, [laetitia()])
    expect(await found('lætitia')).toEqual(['Lætitia O’Neill'])
    expect(await found('O’Neill')).toEqual(['Lætitia O’Neill'])
  })

  test('told to stop, it stops; started again, it goes on from there', async () => {
    await insertSignatures(database, [...aCrowd(CROWD)])
    await database.signature.updateMany({ data: { searchKey: 'of before' } })
    await backfillKeys(AbortSignal.abort())
    expect(await run()).toMatchObject({ cursor: null, completedAt: null })

    const [last] = await database.signature.findMany({ orderBy: { id: 'asc' }, skip: 99, take: 1 })
    await database.keyBackfill.update({
      where: { version: FOLDING_VERSION },
      data: { cursor: last?.id ?? null },
    })
    await backfillKeys()
    expect(await database.signature.count({ where: { searchKey: 'of before' } })).toBe(100)
    expect(await run()).toMatchObject({ completedAt: expect.any(Date) })
  })

  test('by two instances at once it is done once, and never again', async () => {
    await insertSignatures(database, [...aCrowd(CROWD)])
    await database.signature.updateMany({ data: { searchKey: 'of before' } })
    await Promise.all([backfillKeys(), backfillKeys()])
    await backfillKeys()
    expect(await database.signature.count({ where: { searchKey: 'of before' } })).toBe(0)

    await database.signature.updateMany({ data: { searchKey: 'as somebody wrote' } })
    await backfillKeys()
    expect(await database.signature.count({ where: { searchKey: 'as somebody wrote' } })).toBe(
      CROWD,
    )
  })
})
