import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { LONGEST_CELL, MOST_ROWS } from '#lib/content/limits.ts'
import { readTable } from '#lib/paper/read-table.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const ofText = (text: string) => readTable(bytes(text))

const LIST = [
  ['Nom', 'Pays'],
  ['Zoé Müller', 'Côte d’Ivoire'],
]
const READ = {
  outcome: 'read',
  table: { header: LIST[0], rows: [{ number: 2, cells: LIST[1] }] },
}
const inWindows = (text: string) =>
  Uint8Array.from(text, sign => (sign === '’' ? 0x92 : sign.charCodeAt(0)))
const asText = (delimiter: string) => LIST.map(row => row.join(delimiter)).join('\r\n')

describe('a list is read from what it is', () => {
  test.each([
    ['commas, UTF-8', bytes(asText(','))],
    ['semicolons, a byte-order mark', bytes(`\ufeff${asText(';')}`)],
    ['tabs, Windows-1252', inWindows(asText('\t'))],
    ['UTF-16, as Excel saves "Unicode text"', Buffer.from(`\ufeff${asText('\t')}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(asText(';'), 'utf16le')],
    ['the other UTF-16', Buffer.from(`\ufeff${asText(',')}`, 'utf16le').swap16()],
    ['the other UTF-16 without its mark', Buffer.from(asText(','), 'utf16le').swap16()],
    ['UTF-8, a byte-order mark and tabs', bytes(`\ufeff${asText('\t')}`)],
    ['what Excel writes above it', bytes(`\ufeffsep=;\r\n${asText(';')}`)],
    ['a bar that nobody would guess', bytes(`SEP=|\n${asText('|')}`)],
    ['lines as old Macs end them', bytes(asText(';').replaceAll('\r\n', '\r'))],
    ['empty rows around it', bytes(`\n\n${asText(',')}\n,\n`)],
  ])('%s', async (name, file) => {
    const read = await readTable(file)
    const shift = name.startsWith('empty') ? 2 : 0
    const rows = READ.table.rows.map(row => ({ ...row, number: row.number + shift }))
    expect(read).toEqual({ ...READ, table: { ...READ.table, rows } })
  })

  test('a workbook: numbers, days and formulas as they were last shown', async () => {
    const rows = [
      ['Name', 'Day', 'N'],
      ['Zoé', new Date('2026-05-26'), 3],
      ['=1+1', null, true],
    ]
    const read = await readTable(await writeXlsx({ sheets: [{ name: 'List', rows }] }))
    expect(read).toEqual({
      outcome: 'read',
      table: {
        header: ['Name', 'Day', 'N'],
        rows: [
          { number: 2, cells: ['Zoé', '2026-05-26', '3'] },
          { number: 3, cells: ['=1+1', '', 'yes'] },
        ],
      },
    })
  })

  test('whatever stands in its cells, whatever stands between them', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map(text => text.replace(/\p{Cc}/gu, ''))
    const row = fc.array(cell, { minLength: 3, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        async (rows, delimiter) => {
          const file = stringify([['a', 'b', 'c'], ...rows], { delimiter })
          const read = await ofText(file)
          const kept = rows
            .map(cells => cells.map(text => text.trim()))
            .filter(cells => cells.join('') !== '')
          if (read.outcome === 'refused') expect(kept).toEqual([])
          else expect(read.table.rows.map(({ cells }) => cells)).toEqual(kept)
        },
      ),
    )
  })

  test('any bytes at all are a list or are refused, and never an accident', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async noise => {
        const zip = Uint8Array.from([0x50, 0x4b, 3, 4, ...noise])
        for (const file of [noise, zip]) {
          expect(['read', 'refused']).toContain((await readTable(file)).outcome)
        }
      }),
    )
  })
})

describe('what no honest list is, is refused', () => {
  const workbook = (parts: Record<string, string | Uint8Array>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          typeof part === 'string' ? strToU8(part) : part,
        ]),
      ),
      { level: 9 },
    )
  const refused = async (file: Uint8Array) => {
    const read = await readTable(file)
    return read.outcome === 'refused' ? read.fault : read.outcome
  }

  test.each([
    ['nothing', new Uint8Array(), 'no-file'],
    ['a header alone', bytes('name,email\n'), 'no-rows'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'not-a-table',
    ],
    ['a quote that is never closed', bytes(`name\n"${'a'.repeat(200_000)}`), 'not-a-table'],
    ['too many columns', bytes(`${'a,'.repeat(60)}a\n1\n`), 'too-many-columns'],
    ['too many rows', bytes(`name\n${'Zoé\n'.repeat(MOST_ROWS + 1)}`), 'too-many-rows'],
    ['an archive of something else', workbook({ 'readme.txt': 'hello' }), 'not-a-table'],
    ['an archive within a name', workbook({ '../../etc/passwd': 'x' }), 'not-a-table'],
    [
      'a kilobyte that unpacks to 200 MB',
      workbook({ 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) }),
      'unsafe',
    ],
    [
      'entities',
      workbook({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>' }),
      'unsafe',
    ],
    [
      'more parts than a workbook has',
      workbook(Object.fromEntries(Array.from({ length: 1_100 }, (_, i) => [`${i}`, 'x']))),
      'unsafe',
    ],
  ])('%s', async (_name, file, fault) => {
    expect(await refused(file)).toBe(fault)
  })

  test('a cell of any length is cut, and leaves no half of a character', async () => {
    const read = await ofText(`name\n${'é'.repeat(LONGEST_CELL * 3)}\n`)
    expect(read).toMatchObject({ table: { rows: [{ cells: ['é'.repeat(LONGEST_CELL)] }] } })
    const cut = await ofText(`name\n${'a'.repeat(LONGEST_CELL - 1)}👍\n`)
    expect(cut.outcome === 'read' && cut.table.rows[0]?.cells[0]?.isWellFormed()).toBe(true)
  })
})
