import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Signature } from '#lib/database/types.ts'
import { csv } from '#lib/exports/formats/csv.ts'
import { COLUMNS, exportedSignature } from '#lib/exports/formats/exported-signature.ts'
import { neutraliseForCsv } from '#lib/exports/formats/neutralise.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { inBatches, textOf } from './batches.ts'

const UTF8_BYTE_ORDER_MARK = '\ufeff'

test('any text comes back from the file as it was, but for an apostrophe before a formula', async () => {
  const anyText = fc.string({ unit: 'binary' }).filter(text => text !== '')
  const anyTexts = fc.record({ name: anyText, organisation: anyText, statement: anyText })
  await fc.assert(
    fc.asyncProperty(fc.array(anyTexts, { minLength: 1, maxLength: 10 }), async typed => {
      const read = parsed(await csvOf(...typed.map(texts => aSignature(texts))))
      expect(read).toMatchObject(
        typed.map(({ name, organisation, statement }) => ({
          name: neutraliseForCsv(name),
          organisation: neutraliseForCsv(organisation),
          statement: neutraliseForCsv(statement),
        })),
      )
    }),
    { numRuns: 20 },
  )
})

test('the bytes are those that a library writes, with what it leaves out', async () => {
  const options = {
    record_delimiter: '\r\n',
    quoted_match: /[;\t\r\n\v\f\u0085\u2028\u2029]/,
  }
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...' ",;=+-@ab1é李\u3164\u200b\r\n\t\v\u001c\u0085\u2028') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }), async typed => {
      const rows = typed.map(([name, role]) => ({ name, role }))
      const file = await textOf(csv(inBatches(rows, 2), ['name', 'role']))
      const cells = typed.map(texts => texts.map(neutraliseForCsv))
      const expected = stringify([['name', 'role'], ...cells], { ...options, bom: true })
      expect(file).toBe(Buffer.from(expected).toString('utf8'))
    }),
    { numRuns: 500 },
  )
})

test('quotes, commas, semicolons and line breaks in an organisation come back the same', async () => {
  for (const organisation of [
    '"; a,b',
    'a "b" c',
    'one\r\ntwo\nthree',
    'one\ntwo',
    'one\rtwo',
    '"',
    ',',
    ' spaces ',
  ]) {
    const [read] = parsed(await csvOf(aSignature({ organisation })))
    expect(read?.organisation).toBe(organisation)
  }
})

test('the file starts with the byte order mark and the headers, and its lines end in CRLF', async () => {
  const text = await csvOf(aSignature(), aSignature())
  expect(text.startsWith(`${UTF8_BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`)).toBe(true)
  expect(text.match(/\r\n/g)).toHaveLength(3)
  expect(text.endsWith('\r\n')).toBe(true)
})

test('nobody signed: the headers alone', async () => {
  expect(await csvOf()).toBe(`${UTF8_BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`)
})

test('times are in UTC, choices are yes and no, what is unknown is empty', async () => {
  const signature = aSignature({
    submittedAt: new Date('2026-05-26T10:00:00.120+02:00'),
    confirmedAt: null,
    isPublic: true,
    wantsUpdates: false,
    country: null,
  })
  const [read] = parsed(await csvOf(signature))
  expect(read).toMatchObject({
    submittedAt: '2026-05-26T08:00:00.120Z',
    confirmedAt: '',
    public: 'yes',
    updates: 'no',
    country: '',
  })
})

test('cut at commas, semicolons or tabs, by a program that knows no quotes, no cell is a formula', async () => {
  const signs = fc.constantFrom(
    ...[
      '=1+1',
      '+1',
      '-1',
      '@A1',
      '＝1',
      '－1',
      '﹢1',
      ' ',
      '\u00a0',
      '\u3000',
      '\u200b',
      '\ufeff',
      '\u2064',
    ],
    ...[
      '\u3164',
      '\u034f',
      '\u0001',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\v',
      '\f',
      '\u0085',
      '\u2028',
    ],
    ...['"', '""', "'", 'a', 'é', '李', '1'],
  )
  const anyText = fc.array(signs, { minLength: 1, maxLength: 12 }).map(parts => parts.join(''))
  const texts = fc.record({
    name: anyText,
    organisation: anyText,
    role: anyText,
    statement: anyText,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 5 }), async typed => {
      const file = await csvOf(...typed.map(each => aSignature(each)))
      for (const delimiter of [',', ';', '\t', /[,;\t]/]) {
        const cells = file.split(/[\r\n\v\f\u0085\u2028]/).flatMap(line => line.split(delimiter))
        expect(cells.filter(cell => A_FORMULA.test(cell))).toEqual([])
      }
      expect(parsed(file)).toMatchObject(
        typed.map(({ name, organisation, role, statement }) => ({
          name: neutraliseForCsv(name),
          organisation: neutraliseForCsv(organisation),
          role: neutraliseForCsv(role),
          statement: neutraliseForCsv(statement),
        })),
      )
    }),
    { numRuns: 300 },
  )
})

test('a tab before a formula is quoted and neutralised, whatever program cuts there', async () => {
  const organisation = 'Clinique\t=HYPERLINK("http://x","y")'
  const file = await csvOf(aSignature({ organisation }))
  expect(file).toContain(`"Clinique\t'=HYPERLINK(""http://x"",""y"")"`)
  for (const text of ['a\tb', 'a;b', '\t', 'a, b', 'Lyon ; Paris']) {
    const [read] = parsed(await csvOf(aSignature({ organisation: `x${text}` })))
    expect(read?.organisation).toBe(`x${text}`)
  }
})

/** As a spreadsheet reads a cell: what nobody sees, and quotes, may stand before the sign. */
const A_FORMULA = /^[\s"\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫]/u

function csvOf(...signatures: Signature[]) {
  return textOf(csv(inBatches(signatures.map(exportedSignature), 1), COLUMNS))
}

/** As spreadsheets read it: any line break that is not within quotes ends a row. */
function parsed(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true, record_delimiter: ['\r\n', '\n', '\r'] })
}
