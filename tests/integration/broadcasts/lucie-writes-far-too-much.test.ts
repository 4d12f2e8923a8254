import { expect, test } from 'vitest'
import { LONGEST_BODY, LONGEST_SUBJECT } from '#lib/broadcasts/broadcast-texts.ts'
import { startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { beginBroadcast, writeBroadcast } from '#lib/broadcasts/write-broadcast.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { revisionOf } from '../../support/people/broadcasts.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

test('what is far too long to be sent is kept, cut, though the cut goes through a character', async () => {
  await emptyDatabase()
  const lucie = await anOrganiser('Lucie', 'moderator')
  const id = await beginBroadcast(lucie)
  const cutAt = (length: number) => `${'a'.repeat(length - 1)}👍`
  const text = { subject: cutAt(4 * LONGEST_SUBJECT), body: cutAt(4 * LONGEST_BODY) }
  const written = await writeBroadcast(lucie, await revisionOf(id), {
    texts: { fr: text, en: text },
  })
  expect(written).toEqual({ outcome: 'written' })
  expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'incomplete' })
})
