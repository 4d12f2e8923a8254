import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { findNeighbours, findPlace } from '#lib/moderation/find-neighbours.ts'
import { readPage } from '#lib/moderation/list-signatures.ts'
import { releaseSignature } from '#lib/moderation/release-signature.ts'
import type { TableQuery } from '#lib/signatures/filters/filters.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { lea, readNow } from '../../support/people/organiser-acts.ts'

const hoursAgo = (hours: number) => new Date(Date.UTC(2026, 4, 26, 12) - hours * HOUR_MS)

const anHeldOne = (name: string, hours: number) =>
  aSignature({ name, status: 'held', holdReasons: ['imitation'], submittedAt: hoursAgo(hours) })

const [inès, omar, sami] = [anHeldOne('Inès', 1), anHeldOne('Omar', 2), anHeldOne('Sami', 4)]
const counted = aSignature({ name: 'Camille', submittedAt: hoursAgo(3) })

const neighboursOf = async ({ id }: { id: string }, query: TableQuery) => {
  const place = await findPlace(id)
  if (!place) throw new Error('There is no such signature.')
  return findNeighbours(query, place)
}

beforeEach(async () => {
  await emptyDatabase()
  await insertSignatures(database, [inès, omar, sami, counted])
})

describe('Léa goes from one signature to the next', () => {
  test('within her search alone, from its first to its last', async () => {
    expect(await neighboursOf(inès, { status: 'held' })).toMatchObject({
      previous: null,
      next: { id: omar.id },
    })
    expect(await neighboursOf(omar, { status: 'held' })).toMatchObject({
      previous: { id: inès.id },
      next: { id: sami.id },
    })
    expect(await neighboursOf(sami, { status: 'held' })).toMatchObject({
      previous: { id: omar.id },
      next: null,
    })
    expect(await neighboursOf(omar, {})).toMatchObject({ next: { id: counted.id } })
  })

  test('what she has just let count keeps its place among those that wait', async () => {
    expect(await releaseSignature(lea, await readNow(omar.id))).toEqual({ outcome: 'done' })
    expect(await neighboursOf(omar, { status: 'held' })).toMatchObject({
      previous: { id: inès.id },
      next: { id: sami.id },
    })
  })

  test('of two of the same moment none is left out', async () => {
    const twin = { ...anHeldOne('Twin', 2), id: 'ffffffff-ffff-7fff-8fff-ffffffffffff' }
    await insertSignatures(database, [twin])
    expect(await neighboursOf(twin, { status: 'held' })).toMatchObject({ next: { id: omar.id } })
    expect(await neighboursOf(omar, { status: 'held' })).toMatchObject({
      previous: { id: twin.id },
    })
  })

  test('the search that goes with a neighbour opens the page of the table that begins with it', async () => {
    const { previous, next } = await neighboursOf(omar, { status: 'held' })
    for (const neighbour of [previous, next]) {
      const [first] = (await readPage(neighbour?.query ?? {})).signatures
      expect(first?.id).toBe(neighbour?.id)
      expect(neighbour?.query).toMatchObject({ status: 'held' })
    }
  })

  test.each(['nobody', '', undefined, crypto.randomUUID()])('%j has no place', async id => {
    expect(await findPlace(id)).toBeNull()
  })
})
