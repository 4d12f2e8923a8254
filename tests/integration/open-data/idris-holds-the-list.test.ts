import { beforeAll, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { streamSignatories } from '#lib/open-data/signatories-csv.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'

/** More rows than a stream holds by itself. */
const CROWD = 5_000

const IMPATIENT = { bytes: 1_000_000, withinMs: 50 }

/** Any progress will do. */
const PATIENT = { bytes: 1, withinMs: 10_000 }

const read = (client: string, pace?: typeof IMPATIENT) =>
  streamSignatories(client, new AbortController().signal, pace)

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, aCrowd(CROWD, { isPublic: true }))
})

test('four who do not read are let go, and their places are free again', async () => {
  const held = ['a', 'b', 'c', 'd'].map(client => read(client, IMPATIENT))
  expect(held).not.toContain(null)
  expect(read('camille')).toBeNull()
  for (const list of held) await expect(list?.getReader().closed).rejects.toThrow('aborted')
  await expect.poll(() => read('camille', IMPATIENT)).not.toBeNull()
})

test('one client has one place, until she has read', async () => {
  // Those who were let go leave one after the other.
  const list = await vi.waitUntil(() => read('lucie', PATIENT), { timeout: 10_000 })
  expect(read('lucie')).toBeNull()
  const rows = (await new Response(list).text()).trim()
  expect(rows.split('\n')).toHaveLength(CROWD + 1)
  await expect.poll(() => read('lucie', IMPATIENT)).not.toBeNull()
})
