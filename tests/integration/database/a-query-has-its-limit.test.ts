import { describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { QUERY_MS } from '#lib/database/time-limits.ts'

type Setting = { timeout: string }

const limitOnServer = async (from: Pick<typeof database, '$queryRaw'> = database) => {
  const [row] = await from.$queryRaw<Setting[]>`
    SELECT setting AS timeout FROM pg_settings WHERE name = 'statement_timeout'`
  return Number(row?.timeout)
}

describe('every query has the limit of whoever asks', () => {
  test('a request’s, a job’s, and whatever came before on the same connection', async () => {
    expect(await limitOnServer()).toBe(QUERY_MS.job)
    const inRequest = withPatience('request', () => limitOnServer())
    expect(await inRequest).toBe(QUERY_MS.request)
    expect(await limitOnServer()).toBe(QUERY_MS.job)
  })

  test('in a transaction too, and after one that was rolled back', async () => {
    const failed = withPatience('signing', () =>
      database.$transaction(async transaction => {
        expect(await limitOnServer(transaction)).toBe(QUERY_MS.request)
        throw new Error('no')
      }),
    )
    await expect(failed).rejects.toThrow('no')
    expect(await limitOnServer()).toBe(QUERY_MS.job)
  })

  test('whoever signs shares that of pages: it is never set anew between them', async () => {
    const pids = new Set<number>()
    for (const purpose of ['request', 'signing', 'request'] as const) {
      await withPatience(purpose, async () => {
        const [row] = await database.$queryRaw<(Setting & { pid: number })[]>`
          SELECT pg_backend_pid() AS pid, setting AS timeout
          FROM pg_settings WHERE name = 'statement_timeout'`
        expect(Number(row?.timeout)).toBe(QUERY_MS.request)
        pids.add(row?.pid ?? 0)
      })
    }
    expect(pids.size).toBe(1)
  })

  test('with many at once, each her own', async () => {
    const purposes = ['request', 'export', 'batch', 'job'] as const
    const asked = Array.from({ length: 60 }, (_, place) => purposes[place % 4] ?? 'job')
    const found = await Promise.all(
      asked.map(purpose => withPatience(purpose, () => limitOnServer())),
    )
    expect(found).toEqual(asked.map(purpose => QUERY_MS[purpose]))
  })

  test('through the model’s own calls as well', async () => {
    const limits = await withPatience('request', async () => {
      await database.signature.findUnique({ where: { emailKey: 'nobody' } })
      return limitOnServer()
    })
    expect(limits).toBe(QUERY_MS.request)
  })
})

describe('who holds rows holds up nobody who reads', () => {
  test('thirty transactions wait for one row, and the letter’s queries go on', async () => {
    const holds = Promise.withResolvers<void>()
    const ends = Promise.withResolvers<void>()
    const holder = database.$transaction(async transaction => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(4711)`
      holds.resolve()
      await ends.promise
    })
    await holds.promise
    let settled = 0
    const waiting = Array.from({ length: 30 }, () =>
      database
        .$transaction(t => t.$executeRaw`SELECT pg_advisory_xact_lock(4711)`)
        .catch(() => null)
        .finally(() => {
          settled += 1
        }),
    )
    for (let times = 0; times < 20; times += 1) await database.signature.count()
    expect(settled).toBe(0)
    ends.resolve()
    await Promise.all([holder, ...waiting])
  })
})
