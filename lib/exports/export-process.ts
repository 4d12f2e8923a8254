import { constants, setPriority } from 'node:os'
import { json } from 'node:stream/consumers'
import { env } from '#lib/env/env.ts'
import { type ExportWish, signaturesOf } from './export-wish.ts'
import { exportSignatures } from './formats/export-signatures.ts'

// Started by send-export.ts, which writes the wish to its standard input: a million rows take all of
// one core for half a minute, which the site's own process has better things to do with. The file goes
// to its standard output, and how many rows were read to the process that started it.

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const wish = (await json(process.stdin)) as ExportWish
const { format, columns, language, separator } = wish
const { signatures } = await exportSignatures({
  database: env.DATABASE_URL ?? '',
  format,
  columns,
  language,
  separator,
  filters: signaturesOf(wish),
  output: process.stdout,
  onProgress: rows => process.send?.({ rows }),
})
process.send?.({ rows: signatures, isWhole: true }, () => process.disconnect())
