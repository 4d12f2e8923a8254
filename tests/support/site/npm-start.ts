import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Machine } from './machine.ts'
import { pidOf } from './pid-of.ts'

const POLL_MS = 50
const GIVE_UP_AFTER_MS = 480_000
const IS_READY = 'Stop with Ctrl-C.'

export interface Started {
  /** All that stood on the terminal so far. */
  said: () => string
  /** From typing the command to the sentence that ends the welcome. */
  seconds: number
  /** Ctrl-C, as a terminal sends it: to all processes at once. */
  interrupt: () => Promise<number>
  /** What a service manager does: SIGTERM to the one process that it started. */
  terminate: () => Promise<number>
  /** kill -9 of all that was started, except PostgreSQL, which has left the group. */
  kill: () => Promise<number>
  /** Whether any process of the group is left. */
  isAnyLeft: () => boolean
}

/** Types `commands` at a terminal and waits until the site is ready. */
export async function start(
  machine: Machine,
  commands: string,
  settings: Record<string, string>,
): Promise<Started> {
  const startedAt = performance.now()
  const terminal = type(machine, commands, settings)
  while (!terminal.said().includes(IS_READY)) {
    const isTooLate = performance.now() - startedAt > GIVE_UP_AFTER_MS
    if (isTooLate) process.kill(-terminal.pid, 'SIGTERM')
    if (isTooLate || terminal.hasEnded()) throw new Error(`It is not ready:\n${terminal.said()}`)
    await delay(POLL_MS)
  }
  const seconds = (performance.now() - startedAt) / 1000
  const send = (target: number, signal: NodeJS.Signals) => {
    process.kill(target, signal)
    return terminal.ended
  }
  return {
    said: terminal.said,
    seconds,
    interrupt: () => send(-terminal.pid, 'SIGINT'),
    terminate: () => send(terminal.pid, 'SIGTERM'),
    kill: () => send(-terminal.pid, 'SIGKILL'),
    isAnyLeft: () => isGroupAlive(terminal.pid),
  }
}

/** Types `commands` and waits for their end. */
export async function say(machine: Machine, commands: string, settings: Record<string, string>) {
  const terminal = type(machine, commands, settings)
  const exitCode = await terminal.ended
  return { said: terminal.said(), exitCode }
}

function type({ checkout, home, user }: Machine, commands: string, settings: object) {
  const shell = spawn('/bin/sh', ['-c', lastOneReplacesShell(commands)], {
    ...user,
    cwd: checkout,
    detached: true,
    env: { ...plainEnvironment(), HOME: home, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [shell.stdout, shell.stderr]) {
    output.setEncoding('utf8').on('data', text => {
      said += text
    })
  }
  const ended = once(shell, 'exit').then(([code]) => Number(code))
  const hasEnded = () => shell.exitCode !== null || shell.signalCode !== null
  return { pid: pidOf(shell), said: () => said, ended, hasEnded }
}

// So that a signal to the process that we started is one to npm.
function lastOneReplacesShell(commands: string) {
  return commands.replace(/(?<=^|\n)(?=[^\n]*$)/, 'exec ')
}

// What npm adds for its own scripts, Node 24 in the PATH above all, is not there on a fresh machine.
// Many servers set NODE_ENV.
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '', LANG = 'C.UTF-8' } = process.env
  const folders = PATH.split(':').filter(folder => !folder.includes('node_modules'))
  return { PATH: folders.join(':'), LANG, NODE_ENV: 'production' }
}

function isGroupAlive(group: number) {
  try {
    process.kill(-group, 0)
    return true
  } catch {
    return false
  }
}
