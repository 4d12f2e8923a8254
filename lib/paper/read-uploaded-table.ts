import { z } from 'zod'
import { LARGEST_TABLE_BYTES } from '#lib/content/limits.ts'
import { type IsolatedProgram, runIsolated } from '#lib/isolation/run-isolated.ts'
import type { ReadTableOutcome } from './read-table.ts'
import { TABLE_FAULTS } from './table.ts'

/** An honest workbook of 100,000 rows takes a third of these, see decision 29. */
const PROGRAM: IsolatedProgram = {
  file: 'lib/paper/read-table-process.ts',
  limits: {
    heapMegabytes: 512,
    memoryMegabytes: 768,
    processorSeconds: 60,
    // Less than the silence after which the server lets go of who waits for the answer (server/server-limits.ts).
    seconds: 90,
    answerBytes: LARGEST_TABLE_BYTES,
    atOnce: 1,
    waiting: 4,
  },
}

const refusal = z.tuple([z.object({ fault: z.enum(TABLE_FAULTS) })])

const table = z.tuple(
  [z.array(z.string())],
  z.object({ number: z.int(), cells: z.array(z.string()) }),
)

/**
 * Reads a list that somebody uploaded, as read-table.ts says, in a process of its own. What takes more
 * memory or time than any honest list is refused, and nobody else notices.
 */
export async function readUploadedTable(bytes: Uint8Array): Promise<ReadTableOutcome> {
  const answered = await runIsolated(PROGRAM, bytes)
  if (answered.outcome === 'busy') return { outcome: 'refused', fault: 'busy' }
  if (answered.outcome === 'stopped') return { outcome: 'refused', fault: 'too-much' }
  const refused = refusal.safeParse(answered.values)
  if (refused.success) return { outcome: 'refused', fault: refused.data[0].fault }
  const [header, ...rows] = table.parse(answered.values)
  return { outcome: 'read', table: { header, rows } }
}
