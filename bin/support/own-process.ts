import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { captureComplaints } from '#lib/log/console.ts'
import { checkout } from './checkout.js'

/** Makes one delivery. @throws Error when it does not end well */
export function makePackInOwnProcess(id: string, signal: AbortSignal) {
  return runInOwnProcess('pack.ts', ['--snapshot', id], signal)
}

/** Writes one backup. @throws Error when it does not end well */
export function makeBackupInOwnProcess(file: string, signal: AbortSignal) {
  return runInOwnProcess('backup.ts', ['--output', file], signal)
}

/** A process of its own takes its core and its memory with it when it ends. */
async function runInOwnProcess(command: string, options: string[], signal: AbortSignal) {
  const child = spawn(process.execPath, [join(checkout, 'bin', command), ...options], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  captureComplaints(child.stderr)
  const [exitCode] = await once(child, 'close')
  if (exitCode !== 0) throw new Error(`The process ended with ${exitCode}.`)
}
