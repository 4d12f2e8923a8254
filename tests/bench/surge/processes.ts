import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** A process of the site, as /proc tells of it. */
export interface SiteProcess {
  pid: number
  /** Its program, and the role that it has: such as serve.ts web. */
  name: string
}

/** The unit of times in /proc (proc_pid_stat(5)); USER_HZ is 100 on all that we know. */
const TICKS_PER_SECOND = 100

/** Processes that only watch over others. */
export const WATCHERS = ['start.js', 'start.ts', 'serve.ts']

/** What server/serve.ts is told to be; without one it is the primary. */
const ROLES = ['web', 'worker']

/** A process and all that it started, and they in turn; none where the system has no /proc. */
export function processesBelow(root: number): SiteProcess[] {
  if (!existsSync('/proc/self/stat')) return []
  const parents = new Map(pids().map(pid => [pid, parentOf(pid)]))
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)
    return pid === root || (parent !== undefined && parent > 1 && isBelow(parent))
  }
  const found = [...parents.keys()].filter(isBelow).map(pid => ({ pid, name: nameOf(pid) }))
  // One that ended meanwhile has no name any more.
  return found.filter(({ name }) => name !== '')
}

/** Memory that a process holds in RAM (resident set), in bytes; 0 where it has ended. */
export function residentBytes(pid: number) {
  return kilobytesIn(`/proc/${pid}/status`, /^VmRSS:\s+(\d+)/m)
}

/** The same, with what several processes share divided among them (proportional set size). */
export function proportionalBytes(pid: number) {
  return kilobytesIn(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+)/m)
}

/** Time of the processor that a process and its ended children took, in seconds. */
export function cpuSeconds(pid: number) {
  const stat = read(`/proc/${pid}/stat`)
  const times = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
  return times.reduce((ticks, time) => ticks + Number(time), 0) / TICKS_PER_SECOND
}

function pids() {
  return readdirSync('/proc').map(Number).filter(Number.isInteger)
}

function parentOf(pid: number) {
  const stat = read(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function nameOf(pid: number) {
  const words = read(`/proc/${pid}/cmdline`).split('\0')
  const place = words.findIndex(word => /\.(ts|js)$/.test(word))
  if (place < 0) return basename(words[0] ?? '')
  const role = words.slice(place + 1).find(word => ROLES.includes(word))
  return [basename(words[place] ?? ''), role].filter(Boolean).join(' ')
}

function kilobytesIn(file: string, pattern: RegExp) {
  return Number(pattern.exec(read(file))?.[1] ?? 0) * 1_024
}

/** '' where the process has ended meanwhile. */
function read(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
