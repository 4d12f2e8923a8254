import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { database } from '#lib/database/client.ts'
import type { ExportWish } from './export-wish.ts'
import { EXPORT_NODE_OPTIONS } from './formats/node-options.ts'

const PROGRESS_EVERY_MS = 1_000

type Begun = { id: string; wish: ExportWish }

/**
 * The file of an export that was begun, as it is made in a process of its own. When its last byte has
 * been sent, or it was broken off, the number of rows and the hash of what was sent are recorded.
 */
export function sendExport(organiser: Organiser, { id, wish }: Begun): Transform {
  const child = startProcess(wish)
  const counted = countRows(child, id)
  // Not 'exit': the last count may still be on its way then.
  const ended = once(child, 'close').catch(() => undefined)
  const hash = createHash('sha256')
  let isSettled = false
  const settle = async (state: 'sent' | 'broken') => {
    if (isSettled) return
    if (state === 'sent' && !counted.isWhole) throw new Error('The export ended before its end.')
    isSettled = true
    const { rows } = counted
    await record(organiser, { id, wish }, { state, rows, fileHash: hash.digest('hex') })
  }
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
      settle('broken').then(() => done(error), done)
    },
  })
  child.stdout?.pipe(file)
  return file
}

function startProcess(wish: ExportWish) {
  const program = join(PROJECT_FOLDER, 'lib/exports/export-process.ts')
  const child = spawn(process.execPath, [...EXPORT_NODE_OPTIONS, program], {
    cwd: PROJECT_FOLDER,
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  })
  // Not as an argument, which everybody on the machine could read: a search may hold an address.
  child.stdin?.on('error', () => undefined).end(JSON.stringify(wish))
  return child
}

/** What the process says of its work; the console is shown how far it is, now and then. */
function countRows(child: ChildProcess, id: string) {
  const counted = { rows: 0, isWhole: false }
  let shownAt = 0
  child.on('message', message => {
    Object.assign(counted, message)
    if (Date.now() - shownAt < PROGRESS_EVERY_MS) return
    shownAt = Date.now()
    void database.exportRun
      .updateMany({ where: { id, state: 'sending' }, data: { rows: counted.rows } })
      .catch(() => undefined)
  })
  return counted
}

type Ended = { state: 'sent' | 'broken'; rows: number; fileHash: string }

function record(by: Organiser, { id, wish }: Begun, { state, rows, fileHash }: Ended) {
  const { format, columns } = wish
  const kind = state === 'sent' ? 'exported' : 'export-broken-off'
  const details = { from: 'console', format, columns }
  return database.$transaction(async transaction => {
    await transaction.exportRun.update({
      where: { id },
      data: { rows, state, endedAt: new Date(), fileHash },
    })
    await recordAuditEvent({ by, kind, subject: id, rows, fileHash, details }, transaction)
  })
}
