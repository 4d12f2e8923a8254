import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { LARGEST_FILE_BYTES, MOST_CELLS_OF_A_ROW, MOST_SHARED_TEXTS } from '#lib/content/limits.ts'
import { readUploadedTable } from '#lib/paper/read-uploaded-table.ts'
import { aWorkbook, aZip, manyTimes } from '../../support/fakes/workbooks.ts'

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`
const row = (...words: string[]) => `<row>${words.map(text).join('')}</row>`
const inOneRow = (cells: Buffer) =>
  Buffer.concat([Buffer.from('<row>'), cells, Buffer.from('</row>')])
const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)

async function came(file: Uint8Array) {
  // None of them is too large to be uploaded.
  expect(file.length).toBeLessThan(LARGEST_FILE_BYTES)
  const read = await readUploadedTable(file)
  return read.outcome === 'refused' ? read.fault : read.table
}

describe('a small workbook that holds more than any machine has', () => {
  test.each([
    ['28 million empty cells in a row', () => aWorkbook(inOneRow(manyTimes('<c/>', 28e6)))],
    ['the same with a prefix', () => aWorkbook(inOneRow(manyTimes('<x:c />', 4e6)))],
    [
      'one cell more than a row has',
      () => aWorkbook(inOneRow(manyTimes('<c/>', MOST_CELLS_OF_A_ROW + 1))),
    ],
  ])('%s', async (_name, file) => {
    expect(await came(file())).toBe('too-many-columns')
  })

  test.each([
    [
      'rows of empty cells',
      () => aWorkbook(manyTimes(`<row>${'<c/>'.repeat(1_000)}</row>`, 10_000)),
      'too-many-cells',
    ],
    [
      'more shared texts than a list has',
      () => aWorkbook(row('Nom') + row('Zoé'), '<si><t/></si>'.repeat(MOST_SHARED_TEXTS + 1)),
      'too-many-cells',
    ],
    ['rows without end', () => aWorkbook(manyTimes('<row/>', 300_000)), 'too-many-rows'],
    [
      'a row that stands far below',
      () => aWorkbook(`${row('Nom')}<row r="1048576">${text('Zoé')}</row>`),
      'too-many-rows',
    ],
    [
      'a text of any length, shared by many cells',
      () =>
        aWorkbook(
          manyTimes(`<row>${'<c t="s"><v>0</v></c>'.repeat(40)}</row>`, 60_000),
          `<si><t>${'a'.repeat(50e6)}</t></si>`,
        ),
      'too-much',
    ],
    ['elements that no workbook knows', () => aWorkbook(manyTimes('<q/>', 8e6)), 'no-rows'],
    ['elements within elements', () => aWorkbook(nested(1_000_000)), 'no-rows'],
    [
      'more bytes than are unpacked',
      () => aWorkbook(row('Nom'), '', { 'xl/worksheets/sheet2.xml': Buffer.alloc(130e6) }),
      'unsafe',
    ],
    [
      'entities that multiply',
      () =>
        aWorkbook(row('Nom') + row('&b;'), '', {
          'xl/sharedStrings.xml':
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]><sst/>',
        }),
      'unsafe',
    ],
  ])('%s', async (_name, file, fault) => {
    expect(await came(file())).toBe(fault)
  })

  test('an archive within an archive stays packed', async () => {
    const inner = aZip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(130e6) })
    const parts = { 'xl/media/inner.zip': inner, 'xl/worksheets/_rels/inner.zip': inner }
    expect(await came(aWorkbook(row('Nom') + row('Zoé'), '', parts))).toMatchObject({
      rows: [{ cells: ['Zoé'] }],
    })
  })
})

test('what a row says of its number may be wrong, missing or said twice: each has one of its own', async () => {
  const rows = ['1', '1', 'x', '-5', '1.5', '', '9'].map(
    number => `<row r="${number}">${text('Zoé')}</row>`,
  )
  const table = await came(aWorkbook(rows.join('')))
  expect(table).toMatchObject({ rows: [2, 3, 4, 5, 6, 9].map(number => ({ number })) })
})

test('whoever does something else meanwhile does not notice', async () => {
  const startedAt = performance.now()
  let longestMs = 0
  let isRead = false
  const read = came(aWorkbook(inOneRow(manyTimes('<c/>', 28e6)))).finally(() => {
    isRead = true
  })
  while (!isRead) {
    const began = performance.now()
    await wait(5)
    longestMs = Math.max(longestMs, performance.now() - began)
  }
  expect(await read).toBe('too-many-columns')
  // Whoever waited for it would have waited to its end, on a busy machine too.
  expect(longestMs).toBeLessThan((performance.now() - startedAt) / 2)
})
