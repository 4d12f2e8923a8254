import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { folderIsShared } from '#lib/editing/folder-is-shared.ts'
import { joinSite } from '#lib/instances/join-site.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

beforeEach(emptyDatabase)

test('a machine whose folder is its own is noticed, once a save has had its time to be seen', async () => {
  expect(await folderIsShared()).toBe(true)
  await joinSite('worker')
  const other = await joinSite('web')
  expect(await folderIsShared()).toBe(true)
  await database.siteProcess.update({
    where: { id: other.id },
    data: { contentHash: 'of another folder' },
  })
  expect(await folderIsShared()).toBe(false)
  const savedAt = new Date()
  await database.contentSave.create({ data: { organiserId: other.id, savedAt } })
  expect(await folderIsShared(savedAt)).toBe(true)
  expect(await folderIsShared(new Date(savedAt.getTime() + 2 * MINUTE_MS))).toBe(false)
})
