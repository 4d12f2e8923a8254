// The primary: starts the site's processes, starts those anew that die, and passes a stop on. It holds nothing of the site itself.
import { type ChildProcess, fork } from 'node:child_process'
import cluster from 'node:cluster'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { keepRunning, type Watched } from './keep-running.ts'
import type { Role } from './role.ts'

const PROGRAM = fileURLToPath(new URL('./serve.ts', import.meta.url))

/** Without a limit V8 lets garbage grow to 1 GB under load, which a small machine has not. */
const NODE_OPTIONS = ['--max-old-space-size=320', '--max-semi-space-size=4']

/** With one arena for each thread glibc keeps for ever what threads of compression and images have used once. */
const MALLOC = { MALLOC_ARENA_MAX: '2' }

/** A web process for each core, or as many as WEB_CONCURRENCY says, and the worker; or only one kind of them. */
export async function startPrimary(): Promise<Role> {
  const webProcesses = env.WEB_CONCURRENCY ?? availableParallelism()
  const settings = { ...MALLOC, WEB_CONCURRENCY: `${webProcesses}` }
  cluster.setupPrimary({ exec: PROGRAM, args: ['web'], execArgv: NODE_OPTIONS })
  const web = () => cluster.fork(settings).process
  const worker = () =>
    fork(PROGRAM, ['worker'], { execArgv: NODE_OPTIONS, env: { ...process.env, ...settings } })

  const workers = env.PROCESSES === 'web' ? 0 : 1
  const listening = env.PROCESSES === 'worker' ? 0 : webProcesses
  const watched = [
    ...Array.from({ length: workers }, () => keepRunning('worker', worker, giveUp)),
    ...Array.from({ length: listening }, () => keepRunning('web', web, giveUp)),
  ]
  const facts = await Promise.all(watched.map(({ started }) => started)).catch(async error => {
    await stopAll(watched)
    throw error
  })
  logEvent('site-started', { port: env.PORT, processes: listening })
  return {
    facts: { ...facts[0], site: env.SITE_URL },
    end: async () => {
      logEvent('site-stopping')
      await stopAll(watched)
      logEvent('site-stopped')
    },
  }

  /** A site that cannot run must not look as if it did: whatever started it hears of its end. */
  async function giveUp() {
    await stopAll(watched)
    process.exit(1)
  }
}

async function stopAll(watched: Watched[]) {
  await Promise.all(watched.map(async ({ stop }) => endOf(stop())))
}

async function endOf(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = once(child, 'exit')
  child.kill('SIGTERM')
  await end
}
