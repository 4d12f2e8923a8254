import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { type AuditHead, parseAuditHead, readAuditHead, writeAuditHead } from './audit-head.ts'

const FILE = 'audit-checkpoints'

/** Bytes read from the end of the file: several lines, in case a crash cut off the last one. */
const END_OF_FILE_BYTES = 1_024

/**
 * Writes checkpoints of the audit log outside of the database whenever its head has moved: into the data folder
 * after each interval, into the log once a day. Runs until `signal` is aborted.
 * @param log is called with a head for the log.
 */
export async function keepAuditCheckpoints(
  dataFolder: string,
  signal: AbortSignal,
  interval: Interval,
  log: (head: string) => void,
) {
  let loggedAt = Number.NEGATIVE_INFINITY
  // Outages are logged elsewhere; the checkpoint waits for the next round.
  await runLoop(signal, interval, async () => {
    const moved = await keepAuditCheckpoint(dataFolder)
    if (!moved || Date.now() - loggedAt < DAY_MS) return
    loggedAt = Date.now()
    log(writeAuditHead(moved))
  })
  await keepAuditCheckpoint(dataFolder).catch(() => null)
}

/**
 * Appends the head to the checkpoint file of the data folder, unless it is the last line already. Resolves to
 * whether it was new.
 */
export async function keepAuditCheckpoint(
  dataFolder: string,
  now = new Date(),
): Promise<AuditHead | null> {
  const head = await readAuditHead()
  if (!head || readNewestKept(dataFolder)?.hash === head.hash) return null
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  appendFileSync(fileIn(dataFolder), `${now.toISOString()} ${writeAuditHead(head)}\n`, {
    mode: 0o600,
  })
  return head
}

/** Checkpoints of the data folder, oldest first. A line that was cut off by a crash is skipped. */
export function readAuditCheckpoints(dataFolder: string): AuditHead[] {
  if (!existsSync(fileIn(dataFolder))) return []
  return headsIn(readFileSync(fileIn(dataFolder), 'utf8'))
}

/** The last checkpoint, read from the end of the file: the file grows for years and is read each minute. */
function readNewestKept(dataFolder: string) {
  if (!existsSync(fileIn(dataFolder))) return
  const file = openSync(fileIn(dataFolder), 'r')
  try {
    const start = Math.max(0, fstatSync(file).size - END_OF_FILE_BYTES)
    const end = Buffer.alloc(END_OF_FILE_BYTES)
    const length = readSync(file, end, 0, END_OF_FILE_BYTES, start)
    return headsIn(end.toString('utf8', 0, length)).at(-1)
  } finally {
    closeSync(file)
  }
}

function headsIn(text: string) {
  return text.split('\n').flatMap(line => parseAuditHead(line.split(' ')[1] ?? '') ?? [])
}

function fileIn(dataFolder: string) {
  return join(dataFolder, FILE)
}
