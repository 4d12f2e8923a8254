import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { readMetrics } from '#lib/overview/read-metrics.ts'
import { checkCounts, readCountsNotice } from '#lib/signatures/check-counts.ts'
import { correctCounts, foldCountDeltas } from '#lib/signatures/queries/counts.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { asOwner } from '../../support/database/database-owner.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'

const STATUSES = ['pending', 'held', 'confirmed', 'withdrawn', 'removed'] as const

beforeEach(emptyDatabase)

test('of fifty who confirm while the counts are folded, each counts once, at every moment', async () => {
  await insertSignatures(
    database,
    Array.from({ length: 50 }, () => aSignature({ status: 'pending' })),
  )
  const all = await database.signature.findMany({ select: { id: true } })
  await Promise.all(
    all.flatMap(({ id }) => [
      database.signature.update({
        where: { id },
        data: { status: 'confirmed', confirmedAt: new Date() },
      }),
      foldCountDeltas(),
    ]),
  )
  expect((await readTally(0)).signatures).toBe(50)
  while ((await foldCountDeltas()) > 0);
  expect((await readTally(0)).signatures).toBe(50)
  expect(await database.signatureCountDelta.count()).toBe(0)
})

test('what is rolled back never counts', async () => {
  const gone = database.$transaction(async transaction => {
    await insertSignatures(transaction as typeof database, [aSignature({ status: 'confirmed' })])
    throw new Error('the power went out')
  })
  await expect(gone).rejects.toThrow('the power went out')
  expect((await readTally(0)).signatures).toBe(0)
})

test('whatever is done to signatures, in whatever order, the counts are those of all of them', async () => {
  const change = fc.record({
    status: fc.constantFrom(...STATUSES),
    country: fc.constantFrom('FR', 'CH', null),
    kind: fc.constantFrom('individual' as const, 'organisation' as const),
    category: fc.constantFrom('health', null),
    confirmedAt: fc.option(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    ),
  })
  const step = fc.record({
    what: fc.constantFrom('add', 'change', 'change-all', 'delete', 'fold'),
    which: fc.nat(9),
    change,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
      for (const { what, which, change } of steps) await take(what, which, change)
      expect(await wrongCounts()).toEqual([])
    }),
    { numRuns: 25 },
  )
})

describe('the daily comparison', () => {
  const TODAY = new Date('2026-11-29T00:20:00Z')

  test('finds nothing where nobody meddled, and is made once a day', async () => {
    await insertSignatures(database, [aSignature({ status: 'confirmed' })])
    expect(await checkCounts(TODAY)).toBe(0)
    expect(await checkCounts(TODAY)).toBeNull()
    expect(await readCountsNotice(TODAY)).toBeNull()
    expect(await checkCounts(new Date('2026-11-30T00:10:00Z'))).toBe(0)
  })

  test('puts right what somebody changed past the site, and tells organisers for a week', async () => {
    await insertSignatures(database, [aSignature({ status: 'confirmed' })])
    await foldCountDeltas()
    await asOwner(`UPDATE signature_count SET signatures = 4000 WHERE facet = 'tally'`)
    expect((await readTally(0)).signatures).toBe(4000)
    expect(await checkCounts(TODAY)).toBe(1)
    expect((await readTally(0)).signatures).toBe(1)
    expect(await readCountsNotice(TODAY)).toMatchObject({ differences: 1 })
    expect(await readCountsNotice(new Date('2026-12-07T00:20:00Z'))).toBeNull()
  })

  test('that is stopped is made again', async () => {
    await insertSignatures(database, [aSignature({ status: 'confirmed' })])
    expect(await checkCounts(TODAY, AbortSignal.abort())).toBeNull()
    expect(await checkCounts(TODAY)).toBe(0)
  })

  test.each([1, 3, 7, 8])('counts each once, %i at a time', async atOnce => {
    await insertSignatures(
      database,
      Array.from({ length: 7 }, () => aSignature({ status: 'confirmed' })),
    )
    const correct = () =>
      database.$transaction(transaction => correctCounts(transaction, undefined, atOnce))
    expect(await correct()).toBe(0)
    await foldCountDeltas()
    await asOwner(`DELETE FROM signature_count WHERE facet = 'locale'`)
    expect(await correct()).toBe(1)
    expect((await readTally(0)).signatures).toBe(7)
    expect(await correct()).toBe(0)
  })

  test('is made by one of several instances', async () => {
    const made = await Promise.all([checkCounts(TODAY), checkCounts(TODAY), checkCounts(TODAY)])
    expect(made.toSorted()).toEqual([0, null, null])
  })
})

test('the overview and the tally say the same of one moment', async () => {
  await insertSignatures(database, [
    aSignature({ status: 'confirmed', confirmedAt: new Date() }),
    aSignature({ status: 'held' }),
  ])
  const [{ byStatus }, { signatures }] = await Promise.all([readMetrics(), readTally(0)])
  expect(byStatus).toEqual({ confirmed: 1, held: 1, pending: 0, withdrawn: 0 })
  expect(signatures).toBe(1)
})

async function take(what: string, which: number, change: Prisma.SignatureUpdateInput) {
  if (what === 'fold') return foldCountDeltas()
  if (what === 'add') return insertSignatures(database, [aSignature(), aSignature()])
  if (what === 'change-all')
    return database.signature.updateMany({
      data: change as Prisma.SignatureUpdateManyMutationInput,
    })
  const one = await database.signature.findFirst({ orderBy: { id: 'asc' }, skip: which })
  if (!one) return
  if (what === 'delete') return database.signature.delete({ where: { id: one.id } })
  return database.signature.update({ where: { id: one.id }, data: change })
}

/** Counts that differ from a count of one signature after another. */
function wrongCounts() {
  return database.$queryRaw<unknown[]>`
    SELECT facet, key, stored.signatures, counted.signatures AS right
    FROM (
      SELECT facet, key, sum(signatures) AS signatures FROM (
        SELECT facet, key, signatures FROM signature_count
        UNION ALL SELECT facet, key, signatures FROM signature_count_delta
      ) AS now GROUP BY facet, key HAVING sum(signatures) <> 0
    ) AS stored
    FULL JOIN (SELECT facet, key, count(*) AS signatures FROM signature_facet GROUP BY facet, key)
      AS counted USING (facet, key)
    WHERE stored.signatures IS DISTINCT FROM counted.signatures`
}
