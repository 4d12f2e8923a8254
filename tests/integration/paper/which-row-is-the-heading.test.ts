import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { chooseHeading, NO_HEADING, readHeadingChoices } from '#lib/paper/choose-heading.ts'
import { describeBatch } from '#lib/paper/describe-batch.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { readBatch } from '#lib/paper/read-batch.ts'
import { startBatch } from '#lib/paper/start-batch.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { lea } from '../../support/people/organiser-acts.ts'
import { aCheckedBatch, PROVENANCE } from '../../support/people/paper.ts'

const TITLED = `Congrès de Lyon;;
Nom;Courriel;Pays
Amina Haddad;amina@example.org;FR
Karim Benali;;BE`

const WITHOUT_TITLES = `Amina Haddad;amina@example.org
Karim Benali;karim@example.org`

async function upload(list: string) {
  const bytes = new TextEncoder().encode(list)
  const started = await startBatch(lea, { name: 'list.csv', bytes }, 'fr')
  if (started.outcome === 'refused') throw new Error(started.fault)
  return started.id
}

const rowsOf = (batchId: string) =>
  database.paperRow.findMany({ where: { batchId }, orderBy: { number: 'asc' } })

beforeEach(emptyDatabase)

describe('Karim says which row names the columns', () => {
  test('the second: the columns are guessed from it, and what stands above counts for nobody', async () => {
    const id = await upload(TITLED)
    expect(await chooseHeading(id, 2)).toEqual({ outcome: 'chosen' })
    const batch = await database.paperBatch.findUniqueOrThrow({ where: { id } })
    expect(batch).toMatchObject({
      header: ['Nom', 'Courriel', 'Pays'],
      columns: ['name', 'email', 'country'],
    })
    await describeBatch(id, { ...PROVENANCE, columns: batch.columns })
    expect(
      (await rowsOf(id)).map(({ number, state, faults }) => [number, state, ...faults]),
    ).toEqual([
      [1, 'remark', 'remark.above'],
      [3, 'ready'],
      [4, 'ready'],
    ])
    await importBatch(lea, id)
    expect(await readTally(0)).toMatchObject({ signatures: 2 })
  })

  test('none: the first row is a person too', async () => {
    const id = await upload(WITHOUT_TITLES)
    expect(await chooseHeading(id, NO_HEADING)).toEqual({ outcome: 'chosen' })
    await describeBatch(id, { ...PROVENANCE, columns: ['name', 'email'] })
    expect((await readBatch(id))?.counts).toEqual({ ready: 2 })
  })

  test('she may change her mind: every row is where the file has it', async () => {
    const id = await upload(TITLED)
    const read = async () =>
      readHeadingChoices(await database.paperBatch.findUniqueOrThrow({ where: { id } }))
    const before = await read()
    expect(before.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    for (const number of [2, NO_HEADING, 3, 1]) await chooseHeading(id, number)
    expect(await read()).toEqual(before)
  })

  test('not a row that the file has not, and not once the list counts', async () => {
    const id = await upload(TITLED)
    expect(await chooseHeading(id, 99)).toEqual({ outcome: 'not-possible' })
    await chooseHeading(id, 2)
    await describeBatch(id, { ...PROVENANCE, columns: ['name', 'email', 'country'] })
    await importBatch(lea, id)
    expect(await chooseHeading(id, 1)).toEqual({ outcome: 'not-possible' })
  })
})

describe('rows without an address', () => {
  const LIST = 'Nom;Courriel\nAmina Haddad;amina@example.org\nKarim Benali;'

  test('are left out, and told so, unless somebody chose to count them', async () => {
    const left = await aCheckedBatch(lea, LIST, ['name', 'email'], { countsWithoutAddress: false })
    expect((await rowsOf(left)).map(({ state, faults }) => [state, ...faults])).toEqual([
      ['ready'],
      ['invalid', 'email.left-out'],
    ])
    await importBatch(lea, left)
    expect(await readTally(0)).toMatchObject({ signatures: 1 })
  })

  test('count where she chose so', async () => {
    const counted = await aCheckedBatch(lea, LIST, ['name', 'email'], {
      countsWithoutAddress: true,
    })
    await importBatch(lea, counted)
    expect(await readTally(0)).toMatchObject({ signatures: 2 })
  })
})
