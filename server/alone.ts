// The site of `npm run dev` and of most tests over HTTP: what a web process and the worker do, in one process.
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import type { Role } from './role.ts'
import { startWeb } from './web.ts'
import { startWorker } from './worker.ts'

/** Starts a web process and a worker in one. */
export async function startAlone(): Promise<Role> {
  const web = await startWeb({ tellsOfContent: true })
  const worker = await startWorker({ followsContent: false })
  logEvent('site-started', { port: env.PORT, processes: 1 })
  return {
    facts: { ...worker.facts, site: env.SITE_URL },
    end: async () => {
      logEvent('site-stopping')
      await Promise.all([web.end(), worker.end()])
      logEvent('site-stopped')
    },
  }
}
