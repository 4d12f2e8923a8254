import { answer, givenBytes } from '#lib/isolation/answer.ts'
import { readTable } from './read-table.ts'

// Started by read-uploaded-table.ts, in a process of its own: a workbook of a hundred kilobytes can hold
// millions of cells.

const read = await readTable(await givenBytes())
await answer(
  read.outcome === 'refused' ? [{ fault: read.fault }] : [read.table.header, ...read.table.rows],
)
