import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { askToStartBroadcast, startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { writeBroadcast } from '#lib/broadcasts/write-broadcast.ts'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { NEWS } from '../../support/people/broadcast-texts.ts'
import { aDraft, newsReaders, revisionOf } from '../../support/people/broadcasts.ts'
import { anOrganiser } from '../../support/people/organisers.ts'

let lucie: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'moderator')
  karim = await anOrganiser('Karim', 'owner')
})

test('what another organiser has rewritten meanwhile is not sent by who read it before', async () => {
  await newsReaders(1)
  const id = await aDraft(lucie)
  const read = await revisionOf(id)
  await writeBroadcast(karim, read, { texts: NEWS, country: 'BE' })
  expect(await startBroadcast(lucie, read)).toEqual({ outcome: 'changed' })
  expect(await askToStartBroadcast(lucie, read, 'For Tuesday')).toEqual({ outcome: 'changed' })
  expect(await database.mail.count({ where: { broadcastId: id } })).toBe(0)
})

test('nor is it written over: she is told who wrote, and then it is hers to decide', async () => {
  const id = await aDraft(lucie)
  const read = await revisionOf(id)
  await writeBroadcast(karim, read, { texts: NEWS, country: 'BE' })
  const hers = { texts: NEWS, country: 'FR' }
  expect(await writeBroadcast(lucie, read, hers)).toEqual({ outcome: 'changed', by: karim.email })
  expect(await readBroadcast(id)).toMatchObject({ country: 'BE' })
  expect(await writeBroadcast(lucie, await revisionOf(id), hers)).toEqual({ outcome: 'written' })
  expect(await readBroadcast(id)).toMatchObject({ country: 'FR' })
})

test('of two who save at once, one is kept; who presses twice finds her own words', async () => {
  const read = await revisionOf(await aDraft(lucie))
  const countries = ['BE', 'FR']
  const outcomes = await Promise.all(
    countries.map(country => writeBroadcast(lucie, read, { texts: NEWS, country })),
  )
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'written'])
  const kept = countries[outcomes.findIndex(({ outcome }) => outcome === 'written')]
  expect(await writeBroadcast(lucie, read, { texts: NEWS, country: kept })).toEqual({
    outcome: 'written',
  })
})
