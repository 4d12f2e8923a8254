import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import readWorkbook, { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Signature } from '#lib/database/types.ts'
import { COLUMNS, exportedSignature } from '#lib/exports/formats/exported-signature.ts'
import { CHARACTERS_IN_A_CELL } from '#lib/exports/formats/sheet-xml.ts'
import { xlsx } from '#lib/exports/formats/xlsx.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { bytesOf, inBatches } from './batches.ts'

test('an independent reader finds the headers, the texts and the times', async () => {
  const signature = aSignature({ name: '李 & <Null> "Ng"', statement: 'one\ntwo' })
  const [headers, row] = await readSheet(await workbook([signature]))
  expect(headers).toEqual(COLUMNS)
  expect(row?.[COLUMNS.indexOf('name')]).toBe('李 & <Null> "Ng"')
  expect(row?.[COLUMNS.indexOf('statement')]).toBe('one\ntwo')
  const submittedAt = row?.[COLUMNS.indexOf('submittedAt')]
  // A workbook counts in days: a millisecond may be lost.
  expect(Number(submittedAt) / 1_000).toBeCloseTo(signature.submittedAt.getTime() / 1_000, 2)
  expect(submittedAt).toBeInstanceOf(Date)
  expect(row?.[COLUMNS.indexOf('country')]).toBe('FR')
})

test('a second reader finds the same', async () => {
  const signature = aSignature({ name: ' 李 & <Null> "Ng" ', statement: 'one\ntwo' })
  const { sheets } = await readXlsx(await workbook([signature]))
  expect(sheets.map(({ name }) => name)).toEqual(['Signatures'])
  const [headers, row] = sheets[0]?.rows ?? []
  expect(headers).toEqual(COLUMNS)
  expect(row?.[COLUMNS.indexOf('name')]).toBe(' 李 & <Null> "Ng" ')
  expect(row?.[COLUMNS.indexOf('statement')]).toBe('one\ntwo')
  expect(row?.[COLUMNS.indexOf('submittedAt')]).toEqual(signature.submittedAt)
})

test('a time that comes as text is a time in the sheet', async () => {
  const row = { name: 'Camille', submittedAt: '2026-05-26T08:00:00.120Z' }
  const bytes = await bytesOf(xlsx(inBatches([row], 1), ['name', 'submittedAt']))
  const [, read] = await readSheet(bytes)
  expect(read).toEqual(['Camille', new Date(row.submittedAt)])
})

test('a formula is text, with an apostrophe that outlives "save as CSV"', async () => {
  const bytes = await workbook([aSignature({ name: '=HYPERLINK("http://x","y")', role: '+1' })])
  const [, row] = await readSheet(bytes)
  expect(row?.[COLUMNS.indexOf('name')]).toBe('\'=HYPERLINK("http://x","y")')
  expect(row?.[COLUMNS.indexOf('role')]).toBe("'+1")
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/)
})

test('characters that XML does not allow are dropped, and the workbook opens', async () => {
  const name = `a${String.fromCharCode(0x1, 0x8, 0xb, 0x1f, 0xfffe, 0xffff)}b\r\nc\rd`
  const [, row] = await readSheet(await workbook([aSignature({ name })]))
  expect(row?.[COLUMNS.indexOf('name')]).toBe('ab\nc\nd')
})

test('a text that Excel would read as an escape is shown as typed', async () => {
  const bytes = await workbook([aSignature({ name: '_x0041_x0042_' })])
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('_x005F_x0041_x005F_x0042_')
})

test('a text is never longer than Excel allows', async () => {
  const statement = 'x'.repeat(CHARACTERS_IN_A_CELL + 10)
  const [, row] = await readSheet(await workbook([aSignature({ statement })]))
  expect(row?.[COLUMNS.indexOf('statement')]).toHaveLength(CHARACTERS_IN_A_CELL)
})

test('where a sheet is full the next one begins, with the headers', async () => {
  const names = ['Camille', 'Idris', 'Noor', 'Mathieu', 'Zoé']
  const sheets = await readWorkbook(
    await workbook(
      names.map(name => aSignature({ name })),
      3,
    ),
  )
  expect(sheets.map(({ data }) => data.length)).toEqual([3, 3, 2])
  expect(sheets.map(({ data }) => data[0])).toEqual([COLUMNS, COLUMNS, COLUMNS])
  const shown = sheets.flatMap(({ data }) => data.slice(1).map(row => row[COLUMNS.indexOf('name')]))
  expect(shown).toEqual(names)
})

test('nobody signed: the headers alone', async () => {
  expect(await readSheet(await workbook([]))).toEqual([COLUMNS])
})

function workbook(signatures: Signature[], rowsInASheet?: number) {
  return bytesOf(
    xlsx(inBatches(signatures.map(exportedSignature), 2), COLUMNS, COLUMNS, rowsInASheet),
  )
}

function partOf(bytes: Buffer, name: string) {
  const part = unzipSync(bytes)[name]
  return part ? strFromU8(part) : ''
}
