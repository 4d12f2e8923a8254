import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { checkout } from './checkout.js'

// A build needs neither the database nor a provider's key.
const WITHOUT = [
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'RESEND_API_KEY',
  'RESEND_WEBHOOK_SECRET',
  'SMTP_URL',
  'NODE_ENV',
]

/** No program needs to phone home. */
export const QUIET = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
}

/**
 * Runs a JavaScript program of node_modules on this Node, quietly.
 * @throws Error with all that it printed when it fails
 */
export async function runProgram(
  program: string,
  options: string[],
  settings: Record<string, string>,
  signal: AbortSignal,
) {
  const inherited = Object.entries(process.env).filter(([name]) => !WITHOUT.includes(name))
  const child = spawn(process.execPath, [program, ...options], {
    cwd: checkout,
    env: { ...Object.fromEntries(inherited), ...QUIET, ...settings, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', text => {
      said += text
    })
  }
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${said.trim()}\n${program} ${options.join(' ')} failed.`)
}
