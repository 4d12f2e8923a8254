import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterOf } from '../../support/database/data-folder.ts'
import { megabytes, type Row } from '../table.ts'
import { processesBelow, proportionalBytes, residentBytes } from './processes.ts'

const SAMPLE_EACH_MS = 1_000

type Sample = Map<string, number>

/**
 * Watches the memory of every process that `npm start` has started: at rest now, at most each second, and
 * whenever it is asked. PostgreSQL is one sum, in which shared pages count once.
 */
export function watchMemory(site: { pid: number }, dataFolder: string) {
  const atRest = sample(site.pid)
  const most: Sample = new Map(atRest)
  const whole = wholeOf(site.pid, dataFolder)
  const timer = setInterval(() => {
    for (const [name, bytes] of sample(site.pid)) {
      most.set(name, Math.max(most.get(name) ?? 0, bytes))
    }
  }, SAMPLE_EACH_MS)
  return {
    /** @param later such as "five minutes later": when this is asked */
    rows: (later: string): Row[] => {
      clearInterval(timer)
      const after = sample(site.pid)
      const now = wholeOf(site.pid, dataFolder)
      const rows = [...most].map(([name, bytes]): Row => {
        const [rest, end] = [atRest.get(name) ?? 0, after.get(name) ?? 0]
        const parts = [`${megabytes(rest)} at rest`, `${megabytes(bytes)} at most`]
        return [`memory of ${name}`, [...parts, `${megabytes(end)} ${later}`].join(', ')]
      })
      const sums = `${formatted(whole)} at rest; ${formatted(now)} ${later}`
      return [...rows, ['memory of all of `npm start`, shared pages once', sums]]
    },
    stop: () => clearInterval(timer),
  }
}

/** Resident bytes by program; of several with one name the first keeps it, the others are numbered. */
function sample(root: number): Sample {
  const found: Sample = new Map()
  for (const { pid, name } of processesBelow(root).sort((a, b) => a.pid - b.pid)) {
    let own = name
    for (let number = 2; found.has(own); number += 1) own = `${name} ${number}`
    found.set(own, residentBytes(pid))
  }
  return found
}

function wholeOf(root: number, dataFolder: string) {
  const sum = (pid: number) =>
    processesBelow(pid).reduce((bytes, process) => bytes + proportionalBytes(process.pid), 0)
  const pidFile = join(clusterOf(dataFolder), 'postmaster.pid')
  const postgres = sum(Number.parseInt(readFileSync(pidFile, 'utf8'), 10))
  return { postgres, all: sum(root) + postgres }
}

function formatted({ postgres, all }: Record<'postgres' | 'all', number>) {
  return `${megabytes(all)} (PostgreSQL ${megabytes(postgres)})`
}
