import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { takeTurn } from './take-turn.ts'

/** A program of lib that reads bytes from its standard input, and what it may take. */
export type IsolatedProgram = {
  /** Its file, from the project's folder. */
  file: string
  limits: IsolationLimits
  /** Whether it needs a library in machine code, such as sharp. */
  needsAddons?: boolean
}

/** Outcome of an isolated program. */
export type IsolatedOutcome =
  | { outcome: 'answered'; values: unknown[] }
  /** It took more than its limits, or broke down: nothing of its answer is worth anything. */
  | { outcome: 'stopped' }
  /** Too many wait already. */
  | { outcome: 'busy' }

/**
 * Runs a program of lib in a process of its own, with bounds of memory and time, and gives it bytes.
 * Whatever the bytes do to it, the site's own process does not notice. It inherits no environment, and may
 * neither write a file nor start a process.
 *
 * A new process each time: it is there in 30 ms, and nothing that one file did to it meets the next.
 */
export async function runIsolated(
  program: IsolatedProgram,
  bytes: Uint8Array,
): Promise<IsolatedOutcome> {
  const giveBack = await takeTurn(program.file, program.limits)
  if (!giveBack) return { outcome: 'busy' }
  try {
    const values = await answerOf(program, bytes)
    return values ? { outcome: 'answered', values } : { outcome: 'stopped' }
  } finally {
    giveBack()
  }
}

/** The values that it wrote, one on each line; null unless it came to its end by itself. */
async function answerOf(program: IsolatedProgram, bytes: Uint8Array) {
  const child = start(program)
  const ended = once(child, 'close').catch(() => [null])
  // A program that has seen enough closes its end: what cannot be written is not missed.
  child.stdin.on('error', () => undefined).end(bytes)
  const values = await readLines(child.stdout, program.limits.answerBytes).catch(() => null)
  if (!values) child.kill('SIGKILL')
  const [exitCode] = await ended
  return exitCode === 0 ? values : null
}

/**
 * Reads values, line by line as they come, so that others get their turn.
 * @throws Error for more than so many bytes, SyntaxError for what is no JSON
 */
async function readLines(output: Readable, mostBytes: number): Promise<unknown[]> {
  const values: unknown[] = []
  let size = 0
  let rest = ''
  for await (const piece of output.setEncoding('utf8') as AsyncIterable<string>) {
    size += Buffer.byteLength(piece)
    if (size > mostBytes) throw new Error('It answers more than it may.')
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) values.push(JSON.parse(line))
  }
  return values
}

/** What Node reserves when it starts and never writes to counts too (RLIMIT_DATA). */
const RESERVED_BY_NODE_MEGABYTES = 640
const KILOBYTES_IN_A_MEGABYTE = 1024

/** Where the site was started: its files are there. */
const PROJECT_FOLDER = process.cwd()

/**
 * A shell sets the limits that the machine keeps to, and becomes the program; where the machine knows
 * one of them not, the others hold. No core file, no file at all; others of the machine come first.
 */
const WITHIN_LIMITS = `
ulimit -d "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; ulimit -c 0; ulimit -f 0 2>/dev/null
shift 2
exec nice -n 5 "$@"`

function start({ file, limits, needsAddons = false }: IsolatedProgram) {
  const { heapMegabytes, memoryMegabytes, processorSeconds, seconds } = limits
  const kilobytes = (memoryMegabytes + RESERVED_BY_NODE_MEGABYTES) * KILOBYTES_IN_A_MEGABYTE
  const options = [
    `--max-old-space-size=${heapMegabytes}`,
    '--permission',
    '--allow-fs-read=*',
    ...(needsAddons ? ['--allow-addons'] : []),
  ]
  const program = [process.execPath, ...options, join(PROJECT_FOLDER, file)]
  const bounds = [String(kilobytes), String(processorSeconds)]
  return spawn('/bin/sh', ['-c', WITHIN_LIMITS, 'sh', ...bounds, ...program], {
    cwd: PROJECT_FOLDER,
    env: { PATH: '/usr/bin:/bin', NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  })
}

/** What a program that reads a stranger's file may take before it is ended. */
export type IsolationLimits = {
  /** Heap of JavaScript, in megabytes (`--max-old-space-size`). */
  heapMegabytes: number
  /** All memory that it may write to, the heap's among it (RLIMIT_DATA). */
  memoryMegabytes: number
  /** Seconds of the processor (RLIMIT_CPU). */
  processorSeconds: number
  /** Seconds by the clock on the wall. */
  seconds: number
  /** Bytes of its answer. */
  answerBytes: number
  /** Concurrent runs, and how many more may wait. */
  atOnce: number
  waiting: number
}
