import { beforeEach, describe, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { describeBatch } from '#lib/paper/describe-batch.ts'
import { discardBatch } from '#lib/paper/discard-batch.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { readBatch } from '#lib/paper/read-batch.ts'
import { startBatch } from '#lib/paper/start-batch.ts'
import { tickRows } from '#lib/paper/tick-rows.ts'
import { undoBatch } from '#lib/paper/undo-batch.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { boundsOfDay } from '#lib/time/zoned-time.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { aCheckedBatch, PROVENANCE } from '../../support/people/paper.ts'

const COLUMNS = ['name', 'email', 'organisation']
/** 100 rows are imported in one transaction. */
const TWO_CHUNKS = 180
const LONG_NAME = 'a'.repeat(119)

let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  karim = await anOrganiser('Karim', 'moderator')
})

const rowsOf = (batchId: string) =>
  database.paperRow.findMany({ where: { batchId }, orderBy: { number: 'asc' } })

describe('checking', () => {
  test('each row is told apart: fine, wrong, signed already, twice in the list', async () => {
    await insertSignatures(database, [
      aSignature({ email: 'zoe@example.org', name: 'Zoé Marchand' }),
      aPendingSignature({ email: 'paul@example.org', name: 'Paul Petit' }),
      aSignature({ name: 'Agnès Lefèvre', organisation: 'CHU de Nantes' }),
    ])
    const id = await aCheckedBatch(
      karim,
      `Nom,Courriel,Employeur
Léa Martin,lea@example.org,
=cmd(),lea2@example.org,
Zoé Marchand,zoe+paper@example.org,
Paul Petit,paul@example.org,
Léa M.,LEA@example.org,
Agnes LEFEVRE,,CHU Nantes
Ali Ben Salah,,
Ben Salah Ali,,`,
      COLUMNS,
    )
    expect(await rowsOf(id)).toMatchObject([
      { number: 2, state: 'ready' },
      { number: 3, state: 'invalid', faults: ['name.formula'] },
      { number: 4, state: 'duplicate', duplicateOf: null },
      { number: 5, state: 'duplicate' },
      { number: 6, state: 'duplicate', duplicateOf: 2 },
      { number: 7, state: 'likely_duplicate', duplicateOf: null },
      { number: 8, state: 'ready' },
      { number: 9, state: 'likely_duplicate', duplicateOf: 8 },
    ])
  })

  test('nothing is taken in before it is said where it comes from', async () => {
    const file = { name: `C:\\lists\\${LONG_NAME}👍.csv`, bytes: Buffer.from('Nom,Nom\nLéa,Léa') }
    const started = await startBatch(karim, file, 'fr')
    const id = started.outcome === 'started' ? started.id : ''
    expect(await importBatch(karim, id)).toEqual({ outcome: 'not-possible' })
    const never = { ...PROVENANCE, gatheredOn: '0000-01-01', columns: ['name', ''] }
    expect(await describeBatch(id, never)).toMatchObject({ faults: { gatheredOn: 'day' } })
    const typed = { ...PROVENANCE, place: ' ', gatheredOn: '2126-01-01', proof: 'www.x' }
    expect(await describeBatch(id, { ...typed, columns: ['name', 'name'] })).toEqual({
      outcome: 'refused',
      columns: 'twice',
      faults: { place: 'required', gatheredOn: 'future', proof: 'url' },
    })
    // Half past midnight where the campaign is: lists of this day have been gathered.
    const now = new Date('2026-06-30T22:30:00Z')
    for (const [gatheredOn, faults] of [
      ['2026-07-01', {}],
      ['2026-07-02', { gatheredOn: 'future' }],
    ] as const) {
      const today = { ...PROVENANCE, gatheredOn, columns: ['name', 'name'] }
      expect(await describeBatch(id, today, now)).toMatchObject({ outcome: 'refused', faults })
    }
    expect((await readBatch(id))?.batch).toMatchObject({
      // Cut in the middle of a character.
      fileName: `${LONG_NAME}\ufffd`,
      status: 'uploaded',
    })
    await discardBatch(karim, id)
    expect(await readBatch(id)).toBeNull()
    expect(await database.paperRow.count()).toBe(0)
  })
})

describe('taking in', () => {
  test('counts apart, mails nobody, keeps no row of the file, and is undone as a whole', async () => {
    await insertSignatures(database, [aSignature({ email: 'zoe@example.org' })])
    await database.$transaction(transaction => suppressAddress(transaction, 'noor@example.org'))
    const id = await aCheckedBatch(
      karim,
      `name,email,organisation,updates
Léa Martin,lea@example.org,,yes
Noor Haddad,noor@example.org,,yes
Ali Ben Salah,,,yes
Ali Ben-Salah,,,
\u0415mmanuel M\u0430cron,,,
Zoé,zoe@example.org,,`,
      ['name', 'email', 'organisation', 'updates'],
    )
    const likely = await database.paperRow.findMany({ where: { state: 'likely_duplicate' } })
    await tickRows(
      id,
      likely.map(({ number }) => number),
      likely.map(({ number }) => number),
    )
    const expected = 4 + likely.length
    expect(await importBatch(karim, id)).toEqual({ outcome: 'imported', signatures: expected })
    expect(await importBatch(karim, id)).toEqual({ outcome: 'not-possible' })

    const taken = await database.signature.findMany({
      where: { paperBatchId: id },
      orderBy: { name: 'asc' },
      select: { name: true, email: true, emailKey: true, wantsUpdates: true, status: true },
    })
    const without = { email: '', emailKey: null, wantsUpdates: false }
    expect(taken).toEqual(
      expect.arrayContaining([
        { name: 'Ali Ben Salah', ...without, status: 'confirmed' },
        { name: 'Noor Haddad', ...without, status: 'confirmed' },
        {
          name: 'Léa Martin',
          email: 'lea@example.org',
          emailKey: 'lea@example.org',
          wantsUpdates: true,
          status: 'confirmed',
        },
        expect.objectContaining({ name: '\u0415mmanuel M\u0430cron', status: 'held' }),
      ]),
    )
    const days = await database.signature.findMany({
      where: { paperBatchId: id },
      distinct: 'submittedAt',
      select: { submittedAt: true },
    })
    const { start } = boundsOfDay(PROVENANCE.gatheredOn, timeZone())
    expect(days).toEqual([{ submittedAt: start }])
    expect(await readTally(0)).toMatchObject({ signatures: expected, onPaper: expected - 1 })
    expect(await database.mail.count()).toBe(0)
    expect(await database.paperRow.count()).toBe(0)

    expect(await undoBatch(karim, id)).toEqual({ outcome: 'undone', signatures: expected })
    const { onPaper, ...tally } = await readTally(0)
    expect({ onPaper, signatures: tally.signatures }).toEqual({ onPaper: undefined, signatures: 1 })
    const events = (await readAuditEvents()).map(({ kind, rows }) => [kind, rows])
    expect(events).toEqual([
      ['paper-uploaded', 6],
      ['paper-imported', expected],
      ['paper-undone', expected],
    ])
  })

  test('who signs between checking and taking in counts once; two who press share the work', async () => {
    const list = Array.from({ length: TWO_CHUNKS }, (_, n) => `Léa Martin ${n},lea${n}@example.org`)
    const id = await aCheckedBatch(karim, `name,email\n${list.join('\n')}`, ['name', 'email'])
    await insertSignatures(database, [aSignature({ email: 'lea7@example.org' })])
    const both = await Promise.all([importBatch(karim, id), importBatch(karim, id)])
    expect(both).toContainEqual({ outcome: 'imported', signatures: TWO_CHUNKS - 1 })
    expect(await database.signature.count()).toBe(TWO_CHUNKS)
    expect(await readAuditEvents('paper-imported')).toHaveLength(1)
  })

  test('what stopped in the middle is taken up where it stopped', async () => {
    const id = await aCheckedBatch(karim, 'name\nLéa Martin\nAli Ben Salah', ['name'])
    // As an import leaves it that was killed after its first chunk.
    await database.paperBatch.update({
      where: { id },
      data: { status: 'importing', importedRows: 1 },
    })
    await database.paperRow.update({
      where: { batchId_number: { batchId: id, number: 2 } },
      data: { state: 'imported' },
    })
    expect(await importBatch(karim, id)).toEqual({ outcome: 'imported', signatures: 2 })
    expect(await database.signature.findMany()).toMatchObject([{ name: 'Ali Ben Salah' }])
  })
})
