import { expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/generated/client.ts'

type Connection = Pick<typeof database, '$queryRaw' | 'signature'>

/** The statements whose plans this connection keeps. */
async function kept(connection: Connection) {
  const rows = await connection.$queryRaw<{ statement: string }[]>`
    SELECT statement FROM pg_prepared_statements WHERE name <> ''`
  return rows.map(({ statement }) => statement)
}

/** One connection, as nobody else has it meanwhile. */
function alone(work: (connection: Connection) => Promise<unknown>) {
  return database.$transaction(work)
}

test('what is asked again and again keeps its plan, and still answers for each', async () => {
  await alone(async connection => {
    const ask = (given: number) =>
      connection.$queryRaw<{ answer: number }[]>`SELECT ${given}::int + 700 AS answer`
    for (const given of [1, 2, 3, 4, 5, 6, 7, 8]) {
      expect(await ask(given)).toEqual([{ answer: given + 700 }])
    }
    expect(await kept(connection)).toEqual([expect.stringContaining('::int + 700 AS answer')])
  })
})

test('what is asked once keeps none', async () => {
  await alone(async connection => {
    for (const given of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await connection.$queryRaw`SELECT ${given}::int + ${Prisma.raw(`80${given}`)} AS answer`
    }
    expect((await kept(connection)).filter(statement => statement.includes('+ 80'))).toEqual([])
  })
})

test('any number of texts makes no more than a hundred plans', async () => {
  await alone(async connection => {
    for (let text = 0; text < 130; text += 1) {
      for (let time = 0; time < 6; time += 1)
        await connection.$queryRaw`SELECT ${time}::int + ${Prisma.raw(`9${text}`)} AS answer`
    }
    expect((await kept(connection)).length).toBeLessThanOrEqual(100)
  })
})
