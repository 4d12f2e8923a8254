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

/** Enough for several lines, whatever a crash cut off the last of them. */
const END_OF_FILE_BYTES = 1_024

/**
 * Writes the head of the audit log down outside of the database, whenever it has moved: in the data
 * folder after each interval, and in the log once a day. Until `signal` is aborted.
 * @param log is called with a head for the log.
 */
export async function keepAuditCheckpoints(
  dataFolder: string,
  signal: AbortSignal,
  interval: Interval,
  log: (head: string) => void,
) {
  let loggedAt = Number.NEGATIVE_INFINITY
  // A database that does not answer is told by others; the head waits for the next round.
  await runLoop(signal, interval, async () => {
    const moved = await keepAuditCheckpoint(dataFolder)
    if (!moved || Date.now() - loggedAt < DAY_MS) return
    loggedAt = Date.now()
    log(writeAuditHead(moved))
  })
  await keepAuditCheckpoint(dataFolder).catch(() => null)
}

/** Adds the head to the file of the data folder, unless it is the last one there. Resolves to one that is new. */
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

/** The heads of the data folder, oldest first. A line that was cut by a crash is left out. */
export function readAuditCheckpoints(dataFolder: string): AuditHead[] {
  if (!existsSync(fileIn(dataFolder))) return []
  return headsIn(readFileSync(fileIn(dataFolder), 'utf8'))
}

/** The last of them, from the end of the file alone: it grows for years, and is asked each minute. */
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
