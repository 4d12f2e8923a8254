import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import type { OpenDatabase } from '#lib/database/open-database.ts'
import { checkout } from './checkout.js'
import type { Mode } from './site-process.ts'

const preparedMessage = z.object({
  /** Variables that give a process the key ring. */
  secrets: z.record(z.string(), z.string()),
  /** Id of the key that the site works under. */
  keyId: z.string(),
})

/**
 * Makes the tables, the pages and the key ring that the site runs with, by prepare.ts: whoever watches over the site
 * afterwards holds nothing of it. `beside` a site that runs its key ring is left as it is.
 * Resolves to null where that failed; its sentence stands above.
 */
export async function prepareSite(
  database: OpenDatabase,
  mode: Mode | 'beside',
  signal: AbortSignal,
) {
  const child = fork(join(checkout, 'bin', 'support', 'prepare.ts'), [mode], {
    cwd: checkout,
    env: {
      ...process.env,
      DATABASE_URL: database.applicationUrl,
      DATABASE_MIGRATION_URL: database.url,
    },
  })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  let told: unknown
  child.on('message', message => {
    told = message
  })
  const [code] = await once(child, 'exit')
  signal.removeEventListener('abort', stop)
  return code === 0 ? preparedMessage.parse(told) : null
}
