import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterOf } from '../../support/database/data-folder.ts'
import { cpuSeconds, processesBelow } from './processes.ts'

/**
 * Time of the processor that the site and its PostgreSQL have taken since they started, in seconds, by
 * program. What has ended counts with the process that started it.
 */
export function cpuByProgram(root: number, dataFolder: string): Record<string, number> {
  const taken: Record<string, number> = {}
  for (const { pid, name } of processesBelow(root)) {
    taken[name] = (taken[name] ?? 0) + cpuSeconds(pid)
  }
  const pidFile = join(clusterOf(dataFolder), 'postmaster.pid')
  const postmaster = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  const ofPostgres = processesBelow(postmaster).map(({ pid }) => cpuSeconds(pid))
  return { ...taken, PostgreSQL: ofPostgres.reduce((sum, seconds) => sum + seconds, 0) }
}
