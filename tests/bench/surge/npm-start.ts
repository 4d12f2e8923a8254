import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { checkout } from '../../../bin/support/checkout.js'
import { pidOf } from '../../support/site/pid-of.ts'
import { TEST_SETTINGS } from '../../support/site/settings.ts'

/** Tests start one web process; who runs the site gets one for each core. */
const { WEB_CONCURRENCY: _, ...SETTINGS } = TEST_SETTINGS

const IS_READY = 'Stop with Ctrl-C.'

/**
 * Starts the site of this checkout by `npm start`'s own command, with all that it starts beside it.
 * @throws Error with what it said, where it ends before it is ready
 */
export async function npmStart(settings: Record<string, string>) {
  const child = spawn(process.execPath, [join(checkout, 'bin', 'start.js')], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...SETTINGS, ...settings },
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
      if (said.includes(IS_READY)) resolve()
    })
    child.once('exit', () => reject(new Error(`The site did not start:\n${said}`)))
  })
  return { pid: pidOf(child), stop }
}
