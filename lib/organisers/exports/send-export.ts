import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { database } from '#lib/database/client.ts'
import type { ExportState } from '#lib/database/types.ts'
import { PROJECT_FOLDER } from '#lib/letter/content-file.ts'
import { EXPORT_NODE_OPTIONS } from '#lib/signatures/export/node-options.ts'
import type { Organiser } from '../organiser.ts'
import { recordDeed } from '../trail/record-deed.ts'
import type { ExportWish } from './export-wish.ts'

const PROGRESS_EVERY_MS = 1_000

type Begun = { id: string; wish: ExportWish }

/**
 * The file of an export that was begun, as it is made in a process of its own. When its last byte has
 * been sent, or it was broken off, the number of rows and the hash of what was sent are recorded.
 */
export function sendExport(organiser: Organiser, { id, wish }: Begun): Transform {
  const program = join(PROJECT_FOLDER, 'lib/organisers/exports/export-process.ts')
  const child = spawn(process.execPath, [...EXPORT_NODE_OPTIONS, program], {
    cwd: PROJECT_FOLDER,
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  })
  // Not as an argument, which everybody on the machine could read: a search may hold an address.
  child.stdin?.on('error', () => undefined).end(JSON.stringify(wish))
  const counted = { rows: 0, isWhole: false }
  let isSettled = false
  let shownAt = 0
  child.on('message', message => {
    Object.assign(counted, message)
    if (Date.now() - shownAt < PROGRESS_EVERY_MS) return
    shownAt = Date.now()
    void note(id, { rows: counted.rows }).catch(() => undefined)
  })

  const hash = createHash('sha256')
  // Not 'exit': the last count may still be on its way then.
  const ended = once(child, 'close').catch(() => [1])
  const file = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    // The last byte is held back until the record is written: what is not recorded is not given whole.
    flush(done) {
      ended.then(() => settle('sent')).then(() => done(), done)
    },
    destroy(error, done) {
      child.kill()
      const settled = isSettled ? Promise.resolve() : settle('broken')
      settled.then(() => done(error), done)
    },
  })
  async function settle(state: ExportState) {
    if (state === 'sent' && !counted.isWhole) throw new Error('The export ended before its end.')
    isSettled = true
    const fileHash = hash.digest('hex')
    await note(id, { rows: counted.rows, state, endedAt: new Date(), fileHash })
    await recordDeed({
      by: organiser,
      kind: state === 'sent' ? 'exported' : 'export-broken-off',
      subject: id,
      rows: counted.rows,
      fileHash,
      details: { from: 'console', format: wish.format, columns: wish.columns },
    })
  }

  child.stdout?.pipe(file)
  return file
}

function note(id: string, data: Parameters<typeof database.exportRun.update>[0]['data']) {
  return database.exportRun.update({ where: { id }, data })
}
