import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'
import { type Finding, fine, wrong } from './finding.ts'

const MEGABYTE = 1024 * 1024

/** Delivery packs and the log of PostgreSQL need some. */
const LEAST_DISK_BYTES = 1024 * MEGABYTE

/** At rest the site has half a gigabyte, PostgreSQL included (docs/decisions/0044-processes.md). */
const LEAST_MEMORY_BYTES = 256 * MEGABYTE

/** Whether the data folder can be written, and has room. */
export function checkDisk(dataFolder: string): Finding[] {
  const file = join(dataFolder, '.doctor')
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
    writeFileSync(file, '')
    rmSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return [
      wrong(
        `${dataFolder} cannot be written (${code}): give this user the folder, or set DATA_FOLDER.`,
      ),
    ]
  }
  const { bavail, bsize } = statfsSync(dataFolder)
  return [judgeDisk(dataFolder, bavail * bsize)]
}

/** @param freeBytes what an ordinary user may still write */
export function judgeDisk(dataFolder: string, freeBytes: number): Finding {
  const room = `${dataFolder} has ${megabytes(freeBytes)} MB left`
  if (freeBytes >= LEAST_DISK_BYTES) return fine(`${room}.`)
  return wrong(`${room}: make room for ${megabytes(LEAST_DISK_BYTES)} MB at least.`)
}

/** Whether there is memory that programs can still have. */
export function checkMemory(): Finding[] {
  return [judgeMemory(availableMemory())]
}

/** @param availableBytes what programs can have without swapping */
export function judgeMemory(availableBytes: number): Finding {
  const room = `${megabytes(availableBytes)} MB of memory are available`
  if (availableBytes >= LEAST_MEMORY_BYTES) return fine(`${room}.`)
  return wrong(`${room}: end other programs, set WEB_CONCURRENCY=1, or take a larger machine.`)
}

/** Linux says it better than the free memory, most of which is a cache (proc(5), MemAvailable). */
function availableMemory() {
  const facts = existsSync('/proc/meminfo') ? readFileSync('/proc/meminfo', 'utf8') : ''
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(facts)?.[1]
  return kilobytes ? Number(kilobytes) * 1024 : freemem()
}

function megabytes(bytes: number) {
  return Math.round(bytes / MEGABYTE)
}
