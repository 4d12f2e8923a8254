import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { csv } from '#lib/exports/formats/csv.ts'
import { COLUMNS, exportedSignature } from '#lib/exports/formats/exported-signature.ts'
import { PUBLIC_HEADERS } from '#lib/exports/formats/public-columns.ts'
import { readableRows } from '#lib/exports/formats/readable-rows.ts'
import { xlsx } from '#lib/exports/formats/xlsx.ts'
import { readMessages } from '#lib/text/messages.ts'
import { zonedClock } from '#lib/time/zoned-clock.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { bytesOf, inBatches, textOf } from './batches.ts'

const ZOÉ = exportedSignature(
  aSignature({
    name: '=Zoé; Lefèvre',
    country: 'BE',
    locale: 'fr',
    isPublic: false,
    wantsUpdates: true,
    submittedAt: new Date('2026-01-26T22:30:05.000Z'),
    confirmedAt: new Date('2026-07-26T22:30:05.000Z'),
  }),
)

test('a person reads heads and labels in her language, and the hours of the campaign’s clocks', () => {
  const { headOf, formatRow } = readableRows('fr', 'texts')
  expect(formatRow(ZOÉ)).toMatchObject({
    name: '=Zoé; Lefèvre',
    country: 'Belgique',
    locale: 'Français',
    status: readMessages('fr').organisers.signatures.statuses.confirmed,
    source: 'sur le site',
    public: 'non',
    updates: 'oui',
    submittedAt: '2026-01-26 23:30:05',
    confirmedAt: '2026-07-27 00:30:05',
  })
  expect(headOf('submittedAt')).toBe('Signée le (Europe/Zurich)')
})

test('every column of either set has a head in each language', () => {
  for (const language of ['fr', 'en']) {
    const { heads } = readMessages(language).organisers.exports
    for (const column of [...COLUMNS, ...PUBLIC_HEADERS]) expect(heads).toHaveProperty(column)
  }
})

test('with semicolons each cell stays whole, and none begins a formula', async () => {
  const { headOf, formatRow } = readableRows('fr', 'texts')
  const style = { heads: ['name', 'country'].map(headOf), separator: ';' } as const
  const file = await textOf(csv(inBatches([formatRow(ZOÉ)], 1), ['name', 'country'], style))
  expect(file).toBe(`\ufeffNom;Pays\r\n"'=Zoé; Lefèvre";Belgique\r\n`)
})

test('in a workbook a time is a time, as the campaign’s clock shows it, under a head in words', async () => {
  const { headOf, formatRow } = readableRows('en', 'times')
  const heads = ['name', 'confirmedAt'].map(headOf)
  const rows = inBatches([formatRow(ZOÉ)], 1)
  const sheet = await readSheet(
    Buffer.from(await bytesOf(xlsx(rows, ['name', 'confirmedAt'], heads))),
  )
  expect(sheet[0]).toEqual(['Name', 'Confirmed on (Europe/Zurich)'])
  expect(sheet[1]?.[1]).toEqual(new Date('2026-07-27T00:30:05.000Z'))
})

test('a clock that is put forward jumps, and one in a zone of half hours is half an hour away', () => {
  const paris = zonedClock('Europe/Paris')
  const shown = (time: string) => paris(new Date(time)).toISOString().slice(11, 19)
  expect(shown('2026-03-29T00:59:59Z')).toBe('01:59:59')
  expect(shown('2026-03-29T01:00:00Z')).toBe('03:00:00')
  const delhi = zonedClock('Asia/Kolkata')
  expect(delhi(new Date('2026-03-29T00:00:07Z')).toISOString()).toBe('2026-03-29T05:30:07.000Z')
})
