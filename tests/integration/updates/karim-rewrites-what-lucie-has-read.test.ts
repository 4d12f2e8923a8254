import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { askToStartUpdate, startUpdate } from '#lib/organisers/updates/start-update.ts'
import { writeUpdate } from '#lib/organisers/updates/write-update.ts'
import { emptyDatabase } from '../../support/database.ts'
import { NEWS } from '../../support/news.ts'
import { anOrganiser } from '../../support/organisers.ts'
import { aDraft, asRead, newsReaders } from '../../support/updates.ts'

beforeEach(emptyDatabase)
test('what another organiser has rewritten meanwhile is not sent by who read it before', async () => {
  const lucie = await anOrganiser('Lucie', 'moderator')
  const karim = await anOrganiser('Karim', 'owner')
  await newsReaders(1)
  const id = await aDraft(lucie)
  const read = await asRead(id)
  await writeUpdate(karim, id, { texts: NEWS, country: 'BE' })
  expect(await startUpdate(lucie, read)).toEqual({ outcome: 'changed' })
  expect(await askToStartUpdate(lucie, read, 'For Tuesday')).toEqual({ outcome: 'changed' })
  expect(await database.mail.count({ where: { updateId: id } })).toBe(0)
})
