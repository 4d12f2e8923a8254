import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf } from './process-identity.ts'

/** Process id of the PostgreSQL that runs on this cluster, null when none does. */
export function runningServer(cluster: string): number | null {
  const pid = writtenPid(cluster)
  return pid !== null && commandOf(pid).includes(cluster) ? pid : null
}

/**
 * Removes what a killed PostgreSQL left behind. It does so itself, unless its number has gone to
 * another process by now: then it would refuse to start.
 */
export function removeStalePidFile(cluster: string) {
  if (runningServer(cluster) === null) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function writtenPid(cluster: string) {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return Number.isNaN(pid) ? null : pid
  } catch {
    return null
  }
}
