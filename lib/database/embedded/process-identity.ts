import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** `pid start-time` of a living process, null for a dead one: a number used again is no match. */
export function identityOf(pid: number): string | null {
  const startedAt = process.platform === 'linux' ? startInProc(pid) : startFromPs(pid)
  return startedAt === null ? null : `${pid} ${startedAt}`
}

/** Whether the process that `identityOf` described still lives. */
export function isAlive(identity: string): boolean {
  return identityOf(Number.parseInt(identity, 10)) === identity.trim()
}

/** The command line of a living process, '' for a dead one. */
export function commandOf(pid: number): string {
  try {
    if (process.platform !== 'linux') return ps(pid, 'command=')
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function startInProc(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? null : (fields[18] ?? null)
  } catch {
    return null
  }
}

function startFromPs(pid: number) {
  try {
    return ps(pid, 'lstart=')
  } catch {
    return null
  }
}

function ps(pid: number, column: string) {
  return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim()
}
