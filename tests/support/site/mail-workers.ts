import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { TEST_SETTINGS } from './settings.ts'

const NO_QUOTA = '1000000'

/** A mail worker in a process of its own, on this test's database or another; it begins when it is told. */
export async function prepareMailWorker(
  baseUrl: string,
  { apiKey = 're_secret', callsPerSecond = 500, databaseUrl = process.env.DATABASE_URL } = {},
) {
  const child = fork(
    'tests/support/site/mail-worker-process.ts',
    [apiKey, baseUrl, String(callsPerSecond)],
    {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        ...TEST_SETTINGS,
        LOG_LEVEL: 'debug',
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        MAIL_FROM: 'lettre@example.org',
        MAIL_PER_MINUTE: NO_QUOTA,
      },
    },
  )
  const said = saidBy(child)
  await once(child, 'message')
  return {
    begin: () => child.send('begin'),
    /** As when the power goes. */
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    /** All that it printed, once it has ended. */
    said,
  }
}

async function saidBy({ stdout, stderr }: ChildProcess) {
  const outputs = [stdout, stderr].flatMap(output => output ?? [])
  return (await Promise.all(outputs.map(output => text(output)))).join('')
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
