import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { isNamedLike } from '#lib/signatures/queries/name-search.ts'
import { emptyDatabase } from '../../support/database.ts'
import { insertSignatures } from '../../support/factories/insert-signatures.ts'
import { aSignature } from '../../support/factories/signature.ts'

beforeEach(emptyDatabase)

test.each(['q', 'qz', '小明', '%', '_', '---'])('%j: the index hands over nobody else', async q => {
  const names = ['Camille Roux', '李伟', '100 % Sûr', 'Under_Score', 'Jean-Éric Lefèvre']
  await insertSignatures(
    database,
    names.map(name => aSignature({ name })),
  )
  const plan = await database.$transaction(async transaction => {
    await transaction.$executeRaw`SET LOCAL enable_seqscan = off`
    return transaction.$queryRaw`
      EXPLAIN (ANALYZE, FORMAT JSON) SELECT id FROM signature WHERE ${isNamedLike(q)}`
  })
  expect(JSON.stringify(plan)).not.toMatch(/"Rows Removed by [^"]*":\s*[1-9]/)
})
