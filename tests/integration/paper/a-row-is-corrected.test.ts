import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { correctRow } from '#lib/paper/correct-row.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { tickRows } from '#lib/paper/tick-rows.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { aCheckedBatch } from '../../support/people/paper.ts'

const LIST = `name,email
Ali Ben Salah,
Ali Ben-Salah,
=cmd(),lea@example.org
Zoé Marchand,zoe@example.org`

const COLUMNS = ['name', 'email']
const TICKED = 3
const WRONG = 4
const RIGHT = 5

const rows = async () =>
  (await database.paperRow.findMany({ orderBy: { number: 'asc' } })).map(
    ({ number, state, isTicked }) => ({ number, state, isTicked }),
  )

let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  karim = await anOrganiser('Karim', 'moderator')
})

test('a row that would be left out is put right in place, and what Karim ticked stays ticked', async () => {
  const id = await aCheckedBatch(karim, LIST, COLUMNS)
  await tickRows(id, [TICKED], [TICKED])
  expect(await correctRow(karim, id, `${WRONG}`, ['Léa Martin', ' lea@example.org '])).toEqual({
    outcome: 'corrected',
  })
  expect(await rows()).toEqual([
    { number: 2, state: 'ready', isTicked: false },
    { number: TICKED, state: 'likely_duplicate', isTicked: true },
    { number: WRONG, state: 'ready', isTicked: false },
    { number: RIGHT, state: 'ready', isTicked: false },
  ])
  expect(await readAuditEvents('paper-row-corrected')).toMatchObject([{ subject: id, rows: 1 }])
  expect(await importBatch(karim, id)).toEqual({ outcome: 'imported', signatures: 4 })
  expect(await database.signature.count({ where: { name: 'Léa Martin' } })).toBe(1)
})

test('what is still wrong stays out, as it was typed', async () => {
  const id = await aCheckedBatch(karim, LIST, COLUMNS)
  expect(await correctRow(karim, id, WRONG, ['Léa Martin', 'no address'])).toEqual({
    outcome: 'still-wrong',
  })
  const row = await database.paperRow.findFirst({ where: { number: WRONG } })
  expect(row).toMatchObject({ cells: ['Léa Martin', 'no address'], faults: ['email.invalid'] })
})

test('a corrected row that turns out a double is left out as one', async () => {
  const id = await aCheckedBatch(karim, LIST, COLUMNS)
  await correctRow(karim, id, WRONG, ['Léa Martin', 'zoe@example.org'])
  expect((await rows()).slice(2).map(({ state }) => state)).toEqual(['ready', 'duplicate'])
})

test.each([
  ['a row that is right', RIGHT],
  ['a row that is not there', 99],
  ['no number', 'four'],
  ['a number too large for any row', '99999999999'],
])('%s is not corrected', async (_, number) => {
  const id = await aCheckedBatch(karim, LIST, COLUMNS)
  expect(await correctRow(karim, id, number, ['Idris'])).toEqual({ outcome: 'not-possible' })
})

test('nothing is corrected once the list is taken in', async () => {
  const id = await aCheckedBatch(karim, LIST, COLUMNS)
  await importBatch(karim, id)
  expect(await correctRow(karim, id, WRONG, ['Léa Martin', ''])).toEqual({
    outcome: 'not-possible',
  })
})
