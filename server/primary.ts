// The primary: starts the site's processes, starts those anew that die, and passes a stop on. It holds nothing of the site itself.
import { type ChildProcess, fork } from 'node:child_process'
import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { inTurn } from '#lib/process/in-turn.ts'
import { builtFolder } from '../bin/support/built.ts'
import { end, keepRunning, type Watched } from './keep-running.ts'
import type { Role } from './role.ts'

const PROGRAM = fileURLToPath(new URL('./serve.ts', import.meta.url))

/** Without a limit V8 lets garbage grow to 1 GB under load, which a small machine has not. */
const NODE_OPTIONS = ['--max-old-space-size=320', '--max-semi-space-size=4']

/**
 * With one arena for each thread glibc keeps for ever what threads of compression and images have used once; and it
 * raises by itself the size (bytes) from which freed memory goes back to the system, unless that is given (mallopt(3)).
 */
const MALLOC = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

/** A web process for each core, or as many as WEB_CONCURRENCY says, and the worker; or only one kind of them. */
export async function startPrimary(): Promise<Role> {
  const webProcesses = env.WEB_CONCURRENCY ?? availableParallelism()
  const settings = () => ({
    ...MALLOC,
    WEB_CONCURRENCY: `${webProcesses}`,
    OPEN_LETTER_BUILD: builtFolder(),
  })
  cluster.setupPrimary({ exec: PROGRAM, args: ['web'], execArgv: NODE_OPTIONS })
  const monitoring = await monitor(() => processesByName(watchedWebs, watchedWorkers))
  const web = () => monitored(cluster.fork(settings()).process)
  const worker = () =>
    monitored(
      fork(PROGRAM, ['worker'], {
        execArgv: NODE_OPTIONS,
        env: { ...process.env, ...settings() },
      }),
    )

  const workers = env.PROCESSES === 'web' ? 0 : 1
  const listening = env.PROCESSES === 'worker' ? 0 : webProcesses
  const watchedWorkers = Array.from({ length: workers }, () =>
    keepRunning('worker', worker, giveUp),
  )
  const watchedWebs = Array.from({ length: listening }, () => keepRunning('web', web, giveUp))
  const watched = [...watchedWorkers, ...watchedWebs]
  const facts = await Promise.all(watched.map(({ started }) => started)).catch(async error => {
    await stopAll(watched)
    throw error
  })
  logEvent('site-started', { port: env.PORT, processes: listening })
  answerRenewals(inTurn(() => renew(watchedWebs, watchedWorkers)))
  return {
    facts: { ...facts[0], site: env.SITE_URL },
    end: async () => {
      logEvent('site-stopping')
      monitoring?.close()
      await stopAll(watched)
      logEvent('site-stopped')
    },
  }

  function monitored(child: ChildProcess) {
    return monitoring?.answer(child) ?? child
  }

  /** A site that cannot run must not look as if it did: whatever started it hears of its end. */
  async function giveUp() {
    await stopAll(watched)
    process.exit(1)
  }
}

/**
 * Lets processes of the sources and the build that are there now take the place of those that run, one after the other:
 * the port is never without one that listens.
 * @throws Error with a sentence when a new one does not start; those that were not replaced go on
 */
async function renew(webs: Watched[], workers: Watched[]) {
  for (const web of webs) await web.replaceBeside()
  for (const worker of workers) await worker.replaceAfter()
  logEvent('site-renewed', { processes: webs.length })
}

/** Where somebody scrapes; loaded for them alone: 14 MB of the primary's memory. */
async function monitor(processes: () => Map<string, ChildProcess>) {
  if (!env.METRICS_TOKEN && !env.METRICS_PORT) return null
  const { leadMonitoring } = await import('./metrics.ts')
  return leadMonitoring(processes)
}

/** `worker`, `web-1`, `web-2` …: one that is started anew has the name of the one before. */
function processesByName(webs: Watched[], workers: Watched[]) {
  return new Map([
    ...workers.map(({ child }): [string, ChildProcess] => ['worker', child()]),
    ...webs.map(({ child }, place): [string, ChildProcess] => [`web-${place + 1}`, child()]),
  ])
}

/** Whoever started us asks for it, once a new build is there. */
function answerRenewals(renew: () => Promise<void>) {
  process.on('message', async message => {
    if (!renewalMessage.safeParse(message).success) return
    const failed = await renew().then(
      () => null,
      (error: Error) => error.message,
    )
    process.send?.({ renewed: failed === null, failed })
  })
}

const renewalMessage = z.object({ renew: z.literal(true) })

async function stopAll(watched: Watched[]) {
  await Promise.all(watched.map(async ({ stop }) => end(stop())))
}
