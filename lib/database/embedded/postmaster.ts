import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf } from './process-identity.ts'

// Higher than any system counts.
const NO_PROCESS = 99_999_999

/** Process id of the PostgreSQL that runs on this cluster, null when none does. */
export function runningServer(cluster: string): number | null {
  const pid = writtenPid(cluster)
  return pid !== null && commandOf(pid).includes(cluster) ? pid : null
}

/**
 * Makes PostgreSQL forget a killed predecessor whose number still seems to live: taken by another
 * process, or kept by a system that has not buried it yet. The rest of the file stays: from it
 * PostgreSQL learns whether helpers of the dead one still touch the data, and then refuses to start.
 */
export function forgetDeadServer(cluster: string, socketFolder: string) {
  if (runningServer(cluster) !== null) return
  rmSync(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true })
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*/, String(NO_PROCESS)))
}

function writtenPid(cluster: string) {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return Number.isNaN(pid) ? null : pid
  } catch {
    return null
  }
}
