import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMessages } from '#lib/text/messages.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite({}, 'primary')
})
afterAll(() => site.stop())

test('each process is replaced, and nobody who asks meanwhile is refused', async () => {
  const before = await site.processes()
  let isOver = false
  const renewal = site.renew().finally(() => {
    isOver = true
  })
  const answers: number[] = []
  while (!isOver) {
    answers.push((await site.ask('/fr')).status)
    await setImmediate()
  }
  expect(await renewal).toBe('')
  expect(new Set(answers)).toEqual(new Set([200]))
  const after = await site.processes()
  expect(after.map(({ role }) => role).sort()).toEqual(before.map(({ role }) => role).sort())
  const [primary, ...others] = before.map(({ pid }) => pid)
  expect(after.map(({ pid }) => pid)).toContain(primary)
  for (const pid of others) expect(after.map(each => each.pid)).not.toContain(pid)
  expect((await site.ask('/en/nowhere', { headers: { accept: 'text/html' } })).body).toContain(
    readMessages('en').problems.notFound.title,
  )
})
