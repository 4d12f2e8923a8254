import { readAuditHead, writeAuditHead } from '#lib/audit/audit-head.ts'
import { database as client } from '#lib/database/client.ts'
import { COLUMN_SETS } from '#lib/exports/formats/columns.ts'
import { exportSignatures } from '#lib/exports/formats/export-signatures.ts'
import { EXPORT_FORMATS } from '#lib/exports/formats/formats.ts'
import { withHash } from '#lib/exports/formats/hashed-output.ts'
import { writeWholeFile } from '#lib/exports/formats/write-file.ts'
import { recordBrokenCommandExport, recordCommandExport } from '#lib/exports/record-export.ts'
import { readFilterOptions } from '#lib/signatures/filters/read-filter-options.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'
import { stopSignal } from './support/stop-signal.ts'

const USAGE = `npm run export -- --format ${EXPORT_FORMATS.join('|')} --output FILE
  [--columns all|public]  all of them where not given; public: what the site shows
  [--status all|pending,held,confirmed,withdrawn,removed]  confirmed alone where not given
  [--country FR,BE]  [--kind individual|organisation]
  [--purpose news|public-name]  who opted in to it alone
  [--since 2026-05-26]  confirmed (or, if not, submitted) since then, UTC`

const EXIT_STOPPED = 130
/** PostgreSQL's code. */
const UNDEFINED_TABLE = '42P01'
const PROGRESS_EVERY_MS = 500

const signal = stopSignal()

await main(async ({ DATABASE_URL: database }) => {
  const { file, ...wish } = readWish()
  if (!database) throw new Error('No database is named. Start this with: npm run export')
  try {
    const { signatures, sha256 } = await writeWholeFile(file, async whole => {
      const { result, sha256 } = await withHash(whole, output =>
        exportSignatures({ ...wish, database, output, signal, onProgress: progressOnTerminal() }),
      )
      const { signatures } = result
      // What cannot be recorded is not made: the file takes its place only after this.
      await recordCommandExport({ ...wish, rows: signatures, fileHash: sha256 })
      return { signatures, sha256 }
    })
    clearProgress()
    console.log(`${counted(signatures)} written to ${file}.\nSHA-256 ${sha256}`)
    const head = await readAuditHead()
    if (head) console.log(`Audit   ${writeAuditHead(head)}`)
  } catch (error) {
    if (signal.aborted) process.exitCode = EXIT_STOPPED
    // Where the database is what failed, nothing was read either.
    await recordBrokenCommandExport(wish).catch(() => undefined)
    clearProgress()
    console.error(
      signal.aborted ? 'Stopped: nothing was written.' : `${reasonOf(error)}\nNothing was written.`,
    )
    process.exitCode ??= 1
  } finally {
    await client.$disconnect()
  }
})

function reasonOf(error: unknown) {
  if (!(error instanceof Error)) return String(error)
  const isUnprepared = 'code' in error && error.code === UNDEFINED_TABLE
  return isUnprepared ? 'The database is empty. Start the site once: npm start' : error.message
}

/** What the organiser asks for. */
function readWish() {
  const { format: name, output: file, columns: set = 'all', ...filters } = typedTexts()
  const format = EXPORT_FORMATS.find(known => known === name)
  if (!format) throw new WrongUse(`--format must be ${EXPORT_FORMATS.join(', ')}.`, USAGE)
  if (!file || file === '-') throw new WrongUse('--output must name a file.', USAGE)
  const columns = COLUMN_SETS.find(known => known === set)
  if (!columns) throw new WrongUse(`--columns must be ${COLUMN_SETS.join(' or ')}.`, USAGE)
  return { format, columns, file, filters: understood(filters) }
}

function typedTexts() {
  const text = { type: 'string' } as const
  const options = {
    format: text,
    output: text,
    columns: text,
    status: text,
    country: text,
    kind: text,
    purpose: text,
    since: text,
  }
  return typedOptions(USAGE, { options }).values
}

function understood(filters: Parameters<typeof readFilterOptions>[0]) {
  try {
    return readFilterOptions(filters)
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error), USAGE)
  }
}

function progressOnTerminal() {
  let shownAt = performance.now()
  return (signatures: number) => {
    if (!process.stderr.isTTY || performance.now() - shownAt < PROGRESS_EVERY_MS) return
    shownAt = performance.now()
    clearProgress()
    process.stderr.write(`${counted(signatures)} …`)
  }
}

function counted(signatures: number) {
  return `${signatures.toLocaleString('en')} ${signatures === 1 ? 'signature' : 'signatures'}`
}

function clearProgress() {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
