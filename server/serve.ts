// The site's processes by their roles: one primary that watches over web processes and a worker (docs/decisions/0044-processes.md).

import { isDevelopment } from '#lib/env/is-development.ts'
import { captureConsole } from '#lib/log/console.ts'
import type { Role } from './role.ts'

/** What is under way at a stop gets this long, and the primary a little longer than those it waits for. */
const STOP_TIMEOUT_MS = { primary: 9_000, web: 8_000, worker: 8_000, alone: 8_000 }

/** Each role, loaded by the process that has it alone: the primary stays small. */
const ROLES = {
  primary: async () => (await import('./primary.ts')).startPrimary(),
  web: async () => (await import('./web.ts')).startWeb(),
  worker: async () => (await import('./worker.ts')).startWorkerProcess(),
  /** `npm run dev`, and tests of what no process of its own is needed for: all of it in one process. */
  alone: async () => (await import('./alone.ts')).startAlone(),
} satisfies Record<string, () => Promise<Role>>

const role = (process.argv[2] ?? (isDevelopment ? 'alone' : 'primary')) as keyof typeof ROLES
const isWatchedOver = role === 'web' || role === 'worker'

// Who reads our lines may end before us: what cannot be told any more is no failure of the site.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)

// Whoever works on the site reads Next's own words, with their stacks.
if (!isDevelopment) captureConsole()

// Ctrl-C reaches every process of the terminal: the primary says when the others end.
if (isWatchedOver) process.on('SIGINT', () => undefined)

await serve().catch(async error => {
  await tellFailure(error.message)
  process.exit(1)
})

/** Does what the role does until SIGTERM, SIGINT, or the end of whoever started us. */
async function serve() {
  const { facts, end } = await ROLES[role]()
  process.send?.({ ready: true, ...facts })
  let isEnding = false
  const stop = async () => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS[role]).unref()
    await end()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  if (!isWatchedOver) process.once('SIGINT', stop)
  process.once('disconnect', stop)
  // Whoever started us may have ended meanwhile.
  if (process.connected === false) await stop()
}

/** The primary says the sentence, once, that each of its processes may have to tell. */
async function tellFailure(failed: string) {
  if (!isWatchedOver) process.stderr.write(`${failed}\n`)
  else await new Promise(resolve => process.send?.({ failed }, resolve))
}
