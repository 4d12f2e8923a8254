import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { database } from '#lib/database/client.ts'
import { askDelivery } from '#lib/delivery/ask-delivery.ts'
import { freezeSnapshot } from '#lib/delivery/freeze-snapshot.ts'
import { makePack } from '#lib/delivery/pack/make-pack.ts'
import { anOrganiser } from '../support/people/organisers.ts'
import { megabytes, type Row, tenths } from './table.ts'

const KILOBYTE = 1_024

/** Time of freezing all confirmed signatures, and of making their pack in both languages, in this process. */
export async function measureDelivery(url: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'open-letter-bench-pack-'))
  try {
    const { id } = await askDelivery(await anOrganiser('Lucie', 'owner'))
    const frozen = await timed(() => freezeSnapshot(url, id))
    const made = await timed(() => makePack(url, id, join(folder, 'pack.zip')))
    return [
      ['freezing a snapshot', frozen.words],
      ['its pack in two languages', `${made.words}, a ZIP of ${megabytes(made.result.bytes)}`],
    ]
  } finally {
    await database.$disconnect()
    rmSync(folder, { recursive: true })
  }
}

async function timed<Result>(work: () => Promise<Result>) {
  const [startedAt, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(before)
  const memory = megabytes(process.resourceUsage().maxRSS * KILOBYTE)
  const words = `${tenths(seconds)} s, ${tenths((user + system) / 1e6)} s of the processor, ${memory} of memory at most`
  return { result, words }
}
