import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { captureComplaints } from '#lib/log/console.ts'
import { checkout } from './checkout.js'

const COMMAND = join(checkout, 'bin', 'backup.ts')

/**
 * Writes one backup in a process of its own, which takes its core and its memory with it when it ends.
 * @throws Error when it does not end well
 */
export async function makeBackupInOwnProcess(file: string, signal: AbortSignal) {
  const child = spawn(process.execPath, [COMMAND, '--output', file], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  captureComplaints(child.stderr)
  const [exitCode] = await once(child, 'close')
  if (exitCode !== 0) throw new Error(`The process ended with ${exitCode}.`)
}
