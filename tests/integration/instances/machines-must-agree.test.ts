import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { env } from '#lib/env/env.ts'
import { joinSite, leaveSite, stayInSite } from '#lib/instances/join-site.ts'
import { logEvent } from '#lib/log/log.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

vi.mock('#lib/log/log.ts', () => ({ logEvent: vi.fn() }))

const told = vi.mocked(logEvent)

beforeEach(async () => {
  vi.useRealTimers()
  told.mockReset()
  await emptyDatabase()
})

test('two machines that are alike say nothing, and are forgotten when they stop', async () => {
  const first = await joinSite('web')
  const second = await joinSite('worker')
  expect(told).not.toHaveBeenCalled()
  expect(await database.siteProcess.count()).toBe(2)
  await leaveSite(first)
  await leaveSite(second)
  expect(await database.siteProcess.count()).toBe(0)
})

test('a machine with another address is refused in a sentence that names both', async () => {
  const first = await joinSite('web')
  await database.siteProcess.update({
    where: { id: first.id },
    data: { siteUrl: 'https://other.example.org' },
  })
  await expect(joinSite('web')).rejects.toThrow(
    `SITE_URL is ${env.SITE_URL} here and https://other.example.org on an instance`,
  )
  expect(await database.siteProcess.count()).toBe(1)
})

test('one that was killed hinders nobody after 15 seconds, nor one that only slept', async () => {
  const killed = await joinSite('web')
  await database.siteProcess.update({
    where: { id: killed.id },
    data: { siteUrl: 'https://other.example.org' },
  })
  await database.$executeRaw`UPDATE site_process SET seen_at = now() - interval '16 s'`
  const next = await joinSite('web')
  await database.siteProcess.deleteMany({ where: { id: next.id } })
  await stayInSite(next)
  expect(await database.siteProcess.count()).toBe(2)
})

test('another text or version is told, and no reason to stop: an update is under way', async () => {
  const first = await joinSite('web')
  const data = { contentHash: 'another', version: '20200101000000_before' }
  await database.siteProcess.update({ where: { id: first.id }, data })
  await joinSite('web')
  expect(told.mock.calls).toEqual([
    ['instances-differ', { what: 'content' }],
    ['instances-differ', { what: 'version' }],
  ])
})

test('a clock that is ten minutes behind is told, and deadlines go by the database’s all the same', async () => {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now - 600_000 })
  const own = await joinSite('web')
  expect(told.mock.calls).toEqual([['clock-differs', { seconds: 600 }]])
  expect(Math.abs(sharedNow().getTime() - now)).toBeLessThan(5_000)
  vi.useRealTimers()
  await stayInSite(own)
  expect(Math.abs(sharedNow().getTime() - Date.now())).toBeLessThan(5_000)
})
