import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { runExport } from '../../bench/run-export.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aCrowd } from '../../support/people/factories/crowd.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import {
  anOrganisationSignature,
  aPendingSignature,
  aSignature,
} from '../../support/people/factories/signature.ts'

let folder: string

beforeEach(async () => {
  await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'open-letter-export-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const HOSTILE = ['=HYPERLINK("http://x","y")', '+1', '-2', '@SUM', '\t=1', '＝1+1']
const AWKWARD = ['"; a,b', 'one\r\ntwo', '<img src=x onerror=alert(1)>', '</script>', '{{7*7}}']

/** An apostrophe before the formula, and before each that another program would cut off at a tab. */
const inCsv = (text: string) => `'${text.replace('\t=', "\t'=")}`

describe('what reached the database by another way than the form', () => {
  beforeEach(() =>
    insertSignatures(
      database,
      [...HOSTILE, ...AWKWARD].map(text =>
        aSignature({ name: text, organisation: text, role: text, statement: text }),
      ),
    ),
  )

  test('runs nowhere: CSV cells have an apostrophe, the rest is exact', async () => {
    const rows = await exportedAsCsv()
    for (const column of ['name', 'organisation', 'role', 'statement']) {
      const shown = rows.map(row => row[column])
      expect(shown).toEqual([...HOSTILE.map(inCsv), ...AWKWARD])
    }
  })

  test('runs nowhere: XLSX cells are texts, with the apostrophe too', async () => {
    await exportTo('signatures.xlsx')
    const [, ...rows] = await readSheet(join(folder, 'signatures.xlsx'))
    const names = rows.map(row => row[2])
    expect(names).toEqual([
      ...HOSTILE.map(text => `'${text}`),
      ...AWKWARD.map(text => text.replace('\r\n', '\n')),
    ])
  })

  test('is exact in JSON', async () => {
    await exportTo('signatures.json')
    const rows: { name: string }[] = JSON.parse(
      readFileSync(join(folder, 'signatures.json'), 'utf8'),
    )
    expect(rows.map(({ name }) => name)).toEqual([...HOSTILE, ...AWKWARD])
  })
})

describe('filters', () => {
  const day = (date: string) => new Date(`${date}T12:00:00Z`)

  beforeEach(() =>
    insertSignatures(database, [
      aSignature({ name: 'Camille', country: 'FR', confirmedAt: day('2026-05-26') }),
      anOrganisationSignature({ name: 'Idris', country: 'BE', confirmedAt: day('2026-06-10') }),
      aPendingSignature({ name: 'Noor', country: 'FR', submittedAt: day('2026-06-20') }),
      aSignature({
        name: 'Zoé',
        status: 'withdrawn',
        country: null,
        confirmedAt: day('2026-06-01'),
      }),
    ]),
  )

  test.each([
    [[], ['Camille', 'Idris']],
    [
      ['--status', 'all'],
      ['Camille', 'Idris', 'Noor', 'Zoé'],
    ],
    [
      ['--status', 'pending,withdrawn'],
      ['Noor', 'Zoé'],
    ],
    [['--country', 'be'], ['Idris']],
    [
      ['--country', 'FR,BE', '--status', 'all'],
      ['Camille', 'Idris', 'Noor'],
    ],
    [['--kind', 'organisation'], ['Idris']],
    [['--since', '2026-06-01'], ['Idris']],
    [
      ['--since', '2026-06-01', '--status', 'all'],
      ['Idris', 'Noor', 'Zoé'],
    ],
    [['--since', '2030-01-01'], []],
  ])('%j gives %j', async (options, names) => {
    const rows = await exportedAsCsv(...options)
    expect(rows.map(row => row.name).sort()).toEqual([...names].sort())
  })
})

test('twelve hundred and thirty-four sign: all are there, oldest first, and the number is said', async () => {
  await insertSignatures(database, aCrowd(1_234))
  const { exitCode, stdout, stderr } = await exportTo('signatures.csv')
  expect(stderr).toBe('')
  expect(exitCode).toBe(0)
  expect(stdout).toContain(`1,234 signatures written to ${join(folder, 'signatures.csv')}.\n`)
  const times = parsed('signatures.csv').map(row => row.submittedAt)
  expect(times).toHaveLength(1_234)
  expect(times).toEqual([...times].sort())
})

test('each export is a record of the audit log, by which its file can be told again', async () => {
  await insertSignatures(database, aCrowd(10, { country: 'BE' }))
  const { stdout } = await exportTo('signatures.json', '--country', 'be')
  const file = readFileSync(join(folder, 'signatures.json'))
  const fileHash = createHash('sha256').update(file).digest('hex')
  const record = await database.auditRecord.findFirstOrThrow()
  expect(record).toMatchObject({ kind: 'exported', rows: 10, fileHash, sequence: 1n })
  expect(record.details).toEqual({
    from: 'command',
    columns: 'all',
    format: 'json',
    status: ['confirmed'],
    country: ['BE'],
  })
  expect(stdout).toContain(`SHA-256 ${fileHash}\nAudit   1:${record.hash}\n`)
})

test('the headers do not change', async () => {
  await exportTo('signatures.csv')
  expect(readFileSync(join(folder, 'signatures.csv'), 'utf8')).toBe(
    '\ufeffid,status,name,kind,organisation,role,category,country,capacity,capacityNote,statement,' +
      'public,updates,locale,letterVersion,email,submittedAt,confirmedAt,source,place,gatheredOn\r\n',
  )
})

test.each([
  [['--format', 'pdf'], '--format must be csv, json, xlsx.'],
  [['--output', '-'], '--output must name a file.'],
  [['--colour', 'red'], "Unknown option '--colour'"],
  [['--country', 'France'], '--country must be ISO 3166-1 codes of two letters, such as FR,BE.'],
])(
  '%j is answered with a sentence and the usage, and nothing is written',
  async (options, said) => {
    const { exitCode, stderr } = await exportTo('signatures.csv', ...options)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(said)
    expect(stderr).toContain('npm run export -- --format')
    expect(readdirSync(folder)).toEqual([])
  },
)

test('a database that is not there leaves the earlier file', async () => {
  const file = join(folder, 'signatures.csv')
  writeFileSync(file, 'yesterday')
  const nowhere = `postgresql://postgres@localhost/open_letter?host=${folder}`
  const { exitCode, stderr } = await runExport(nowhere, '--format', 'csv', '--output', file)
  expect(exitCode).toBe(1)
  expect(stderr).toContain('Nothing was written.')
  expect(readFileSync(file, 'utf8')).toBe('yesterday')
  expect(readdirSync(folder)).toEqual(['signatures.csv'])
})

async function exportedAsCsv(...options: string[]) {
  const { exitCode, stderr } = await exportTo('signatures.csv', ...options)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return parsed('signatures.csv')
}

function exportTo(file: string, ...options: string[]) {
  const format = ['--format', file.split('.').at(-1) ?? '']
  return runExport(env.DATABASE_URL ?? '', ...format, '--output', join(folder, file), ...options)
}

function parsed(file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { bom: true, columns: true })
}
