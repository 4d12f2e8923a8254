import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { enqueueBroadcasts } from '#lib/broadcasts/enqueue-broadcast.ts'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { scheduleBroadcast, unscheduleBroadcast } from '#lib/broadcasts/schedule-broadcast.ts'
import { startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { writeBroadcast } from '#lib/broadcasts/write-broadcast.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { localTime } from '#lib/time/zoned-time.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { NEWS } from '../../support/people/broadcast-texts.ts'
import { aDraft, newsReaders, revisionOf } from '../../support/people/broadcasts.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)
const typed = (hours: number) => localTime(inHours(hours), timeZone())

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'moderator')
})

async function aScheduledMessage() {
  const id = await aDraft(lucie)
  expect(await scheduleBroadcast(lucie, await revisionOf(id), typed(5))).toEqual({
    outcome: 'scheduled',
  })
  return id
}

test('it goes out by itself at its time, once, to who has confirmed by then', async () => {
  await newsReaders(1)
  const id = await aScheduledMessage()
  expect(await enqueueBroadcasts(inHours(4))).toBe(0)
  await newsReaders(1, { confirmedAt: inHours(4) })
  await newsReaders(1, { confirmedAt: inHours(7) })
  await Promise.all([enqueueBroadcasts(inHours(6)), enqueueBroadcasts(inHours(6))])
  await enqueueBroadcasts(inHours(6))
  expect(await database.mail.count({ where: { broadcastId: id, kind: 'broadcast' } })).toBe(2)
  expect((await readBroadcast(id))?.status).toBe('done')
  expect(await readAuditEvents('broadcast-scheduled')).toMatchObject([{ organiserId: lucie.id }])
  expect(await readAuditEvents('broadcast-started')).toMatchObject([{ organiserId: null }])
})

test('what is scheduled is final, until Lucie holds it back', async () => {
  await newsReaders(1)
  const id = await aScheduledMessage()
  expect(await writeBroadcast(lucie, await revisionOf(id), { texts: {} })).toEqual({
    outcome: 'no-draft',
  })
  expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'no-draft' })
  expect(await unscheduleBroadcast(lucie, id)).toEqual({ outcome: 'unscheduled' })
  expect(await enqueueBroadcasts(inHours(6))).toBe(0)
  const written = await writeBroadcast(lucie, await revisionOf(id), { texts: NEWS, country: 'BE' })
  expect(written).toEqual({ outcome: 'written' })
  expect(await unscheduleBroadcast(lucie, id)).toEqual({ outcome: 'no-draft' })
})

test('not for a time that has gone by, nor for none', async () => {
  await newsReaders(1)
  const id = await aDraft(lucie)
  for (const time of [typed(-1), '', 'tomorrow']) {
    expect(await scheduleBroadcast(lucie, await revisionOf(id), time)).toEqual({ outcome: 'past' })
  }
  expect((await readBroadcast(id))?.status).toBe('draft')
})
