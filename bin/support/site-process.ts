import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { checkout } from './checkout.js'
import { QUIET } from './run-program.ts'

const STOP_WITHIN_MS = 10_000

const readyMessage = z.object({
  ready: z.literal(true),
  site: z.string(),
  mailbox: z.string().nullish(),
  /** Where the first organiser enters, while there is none. */
  firstLink: z.string().nullish(),
})

/** The built site in its processes, or Next's development server, which builds each page when it is asked for. */
export type Mode = 'production' | 'development'

/** Starts server/serve.ts with these settings on top of the environment. */
export function startSite(settings: Record<string, string>, mode: Mode) {
  return fork(join(checkout, 'server', 'serve.ts'), {
    cwd: checkout,
    env: { ...process.env, ...settings, ...QUIET, NODE_ENV: mode },
    execArgv: [],
  })
}

/**
 * Waits until it listens.
 * @throws Error when it ends instead; its own sentence stands above
 */
export async function addressesOf(site: ChildProcess, signal: AbortSignal) {
  const ended = new AbortController()
  site.once('exit', () => ended.abort(new Error('The server could not start.')))
  const either = AbortSignal.any([signal, ended.signal])
  const [message] = await once(site, 'message', { signal: either }).catch(() => {
    throw either.reason
  })
  return readyMessage.parse(message)
}

const renewedMessage = z.object({ renewed: z.boolean(), failed: z.string().nullable() })

/** Has its processes replaced, one after the other; resolves to a sentence where that failed, else to nothing. */
export function renewSite(site: ChildProcess) {
  return new Promise<string>(resolve => {
    const hear = (message: unknown) => {
      const told = renewedMessage.safeParse(message)
      if (told.success) settle(told.data.failed ?? '')
    }
    const hearItsEnd = () => settle('The site ended meanwhile.')
    const settle = (sentence: string) => {
      site.off('message', hear).off('exit', hearItsEnd)
      resolve(sentence)
    }
    site.on('message', hear).on('exit', hearItsEnd)
    site.send({ renew: true })
  })
}

/** Lets it finish what it does, for 10 seconds at most. */
export async function stopSite(site: ChildProcess) {
  if (hasEnded(site)) return
  const end = once(site, 'exit')
  site.kill('SIGTERM')
  const timer = setTimeout(() => site.kill('SIGKILL'), STOP_WITHIN_MS)
  await end
  clearTimeout(timer)
}

/** Waits for its end or for `signal`. */
export async function siteEnds(site: ChildProcess, signal: AbortSignal) {
  if (hasEnded(site)) return
  await once(site, 'exit', { signal })
}

function hasEnded(site: ChildProcess) {
  return site.exitCode !== null || site.signalCode !== null
}
