import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backUpTonight, readLastBackup } from '#lib/backup/run-backups.ts'
import { database } from '#lib/database/client.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const NIGHT = new Date('2026-05-26T03:00:00Z')
const { signal } = new AbortController()

let folder: string
let made: string[]

beforeEach(async () => {
  await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'open-letter-nights-'))
  made = []
})
afterEach(() => rmSync(folder, { recursive: true }))

test('of two machines one makes the backup of a night, once', async () => {
  await Promise.all([backUp(NIGHT), backUp(NIGHT)])
  await backUp(new Date(NIGHT.getTime() + 6 * HOUR_MS))
  expect(made).toEqual(['open-letter-2026-05-26.age'])
  expect(await readLastBackup()).toMatchObject({ day: new Date('2026-05-26'), bytes: 4n })
})

test('before two o’clock it is still the night before', async () => {
  await backUp(NIGHT)
  await backUp(new Date('2026-05-26T23:30:00Z'))
  expect(made).toEqual(['open-letter-2026-05-26.age'])
  await backUp(new Date('2026-05-27T00:30:00Z'))
  expect(made).toEqual(['open-letter-2026-05-26.age', 'open-letter-2026-05-27.age'])
})

test('one that failed is tried again after an hour, and not before', async () => {
  const fails = { folder, makeBackup: () => Promise.reject(new Error('The disk is full.')) }
  await expect(backUpTonight(fails, signal, NIGHT)).rejects.toThrow('The disk is full.')
  expect(await readLastBackup()).toBeNull()
  await backUp(new Date(NIGHT.getTime() + HOUR_MS / 2))
  expect(made).toEqual([])
  await backUp(new Date(NIGHT.getTime() + HOUR_MS + 1))
  expect(made).toHaveLength(1)
})

test('one that takes longer than a lease is made by nobody else meanwhile', async () => {
  const day = new Date('2026-05-26')
  const anHourLater = new Date(NIGHT.getTime() + HOUR_MS + 1)
  const makeBackup = async (file: string) => {
    await vi.waitFor(async () => {
      const { startedAt } = await database.backupRun.findUniqueOrThrow({ where: { day } })
      expect(startedAt > anHourLater).toBe(true)
    })
    await backUp(anHourLater)
    expect(made).toEqual([])
    await write(file)
  }
  await backUpTonight({ folder, makeBackup, renewLeaseEveryMs: 5 }, signal, NIGHT)
  expect(made).toHaveLength(1)
})

test('after a month seven days and four weeks are left, and what is not ours', async () => {
  writeFileSync(join(folder, 'letter.age'), 'of somebody')
  for (let night = 0; night < 40; night += 1)
    await backUp(new Date(NIGHT.getTime() + night * 24 * HOUR_MS))
  const left = readdirSync(folder)
  expect(left).toContain('letter.age')
  expect(left).toHaveLength(1 + 7 + 4)
})

test('without a folder none is made', async () => {
  await backUpTonight({ folder: undefined, makeBackup: write }, signal, NIGHT)
  expect(made).toEqual([])
})

function backUp(now: Date) {
  return backUpTonight({ folder, makeBackup: write }, signal, now)
}

async function write(file: string) {
  made.push(file.slice(folder.length + 1))
  writeFileSync(file, 'file')
}
