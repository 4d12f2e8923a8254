import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import { duplicateBroadcast } from '#lib/broadcasts/duplicate-broadcast.ts'
import { cancelBroadcast, pauseBroadcast } from '#lib/broadcasts/pause-broadcast.ts'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { categoryCodes } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, passTime } from '../../support/fakes/transport.ts'
import { NEWS } from '../../support/people/broadcast-texts.ts'
import {
  aDraft,
  feedAll,
  newsReaders,
  progressOf,
  revisionOf,
} from '../../support/people/broadcasts.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'

const [NURSES = ''] = categoryCodes()

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'moderator')
})

/** Sends a message with this audience; resolves to whom it reached, and how many it was counted to reach. */
async function send(audience: object) {
  const id = await aDraft(lucie, { texts: NEWS, ...audience })
  const broadcast = await readBroadcast(id)
  const counted = broadcast && (await countRecipients(broadcast)).total
  expect(await startBroadcast(lucie, await revisionOf(id))).toEqual({ outcome: 'started' })
  await feedAll()
  await passTime()
  const messages = await deliverMails()
  return { counted, reached: messages.map(({ to }) => to) }
}

describe('Lucie writes to some of those who wished news', () => {
  test('of one category', async () => {
    const [nurse] = await newsReaders(1, { category: NURSES })
    await newsReaders(1, { category: null })
    expect(await send({ category: NURSES })).toEqual({ counted: 1, reached: [nurse?.email] })
  })

  test('who confirmed on a day or later, as the campaign’s calendar has it', async () => {
    await newsReaders(1, { confirmedAt: new Date('2026-05-25T21:59:00Z') })
    const [later] = await newsReaders(1, { confirmedAt: new Date('2026-05-25T22:01:00Z') })
    const sent = await send({ confirmedSince: '2026-05-26' })
    expect(sent).toEqual({ counted: 1, reached: [later?.email] })
  })

  test('who have had no message yet: the first gets everyone, the second who came since', async () => {
    await newsReaders(2)
    expect((await send({})).counted).toBe(2)
    const [newcomer] = await newsReaders(1)
    expect(await send({ onlyUnwritten: true })).toEqual({
      counted: 1,
      reached: [newcomer?.email],
    })
  })

  test('paused or stopped, whoever had an earlier one is not among those who are left', async () => {
    await newsReaders(2)
    await send({})
    await newsReaders(3)
    const id = await aDraft(lucie, { onlyUnwritten: true })
    await startBroadcast(lucie, await revisionOf(id))
    await pauseBroadcast(lucie, id)
    expect(await progressOf(id)).toEqual({ left: 3, sent: 0, failed: 0 })
    await cancelBroadcast(lucie, id)
    expect(await progressOf(id)).toEqual({ left: 3, sent: 0, failed: 0 })
  })

  test('who read one language: no other text has to be written', async () => {
    const [grace] = await newsReaders(1, { locale: 'en' })
    await newsReaders(1, { locale: 'fr' })
    const sent = await send({ texts: { en: NEWS.en }, language: 'en' })
    expect(sent).toEqual({ counted: 1, reached: [grace?.email] })
  })

  test('an audience that was approved is not another one', async () => {
    const id = await aDraft(lucie)
    const { subject } = await revisionOf(id)
    await database.broadcast.update({ where: { id }, data: { onlyUnwritten: true } })
    expect(await startBroadcast(lucie, { id, subject })).toEqual({ outcome: 'changed' })
  })
})

test('Lucie writes the next one from the last: its texts and recipients, in a draft of its own', async () => {
  const id = await aDraft(lucie, { texts: NEWS, country: 'BE', onlyUnwritten: true })
  await newsReaders(1, { country: 'BE' })
  await startBroadcast(lucie, await revisionOf(id))
  const copied = await duplicateBroadcast(lucie, id)
  const copy = copied.outcome === 'begun' ? await readBroadcast(copied.id) : null
  expect(copy).toMatchObject({
    status: 'draft',
    texts: NEWS,
    country: 'BE',
    onlyUnwritten: true,
    startedAt: null,
    recipients: null,
  })
  expect(copy?.id).not.toBe(id)
  const begun = await readAuditEvents('broadcast-begun')
  expect(begun).toContainEqual(
    expect.objectContaining({ subject: copy?.id, details: { from: id } }),
  )
  expect(await duplicateBroadcast(lucie, crypto.randomUUID())).toEqual({ outcome: 'unknown' })
})
