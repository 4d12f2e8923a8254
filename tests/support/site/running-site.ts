import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { readMailbox } from '#lib/mail/local-mailbox.ts'
import { addressesOf, renewSite, stopSite } from '../../../bin/support/site-process.ts'
import { freePort } from './free-port.ts'
import { pidOf } from './pid-of.ts'
import { TEST_SETTINGS } from './settings.ts'

const START_WITHIN_MS = 120_000

/** The address that the site has for its visitors, whatever name the requests come in under. */
export const SITE_URL = 'https://letter.example.org'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

export type Ask = {
  method?: string
  headers?: Record<string, string>
  /** Sent in chunks when it is a list, else with its Content-Length. */
  body?: string | Buffer | Buffer[]
}

/**
 * The built site, behind one proxy of ours, on this worker's database or on that of `settings`.
 * @param role what the first process is: all of the site, which starts twice as fast, or as with `npm start` the
 *   primary of several, for stories about processes, their end and their load
 * @param folder of another checkout
 */
export async function startRunningSite(
  settings: Record<string, string> = {},
  role: 'alone' | 'primary' = 'alone',
  folder = '.',
) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'open-letter-http-'))
  const port = await freePort()
  const site = fork('server/serve.ts', [role], {
    cwd: folder,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...TEST_SETTINGS,
      NODE_ENV: 'production',
      DATA_FOLDER: dataFolder,
      PORT: String(port),
      SITE_URL,
      TRUSTED_PROXY_HOPS: '1',
      ...settings,
    },
  })
  let complaints = ''
  let printed = ''
  site.stdout?.setEncoding('utf8').on('data', chunk => {
    printed += chunk
  })
  site.stderr?.setEncoding('utf8').on('data', chunk => {
    complaints += chunk
  })
  await addressesOf(site, AbortSignal.timeout(START_WITHIN_MS)).catch(error => {
    throw new Error(`${error.message} ${complaints}`)
  })
  return {
    /** Where it really listens: for answers that are bytes, not text. */
    address: `http://localhost:${port}`,
    ask: (path: string, how: Ask = {}) => askAt(port, path, how),
    mails: () => readMailbox(join(dataFolder, 'mailbox')),
    /** What the server has printed on its standard error. */
    complaints: () => complaints,
    /** What it has printed on its standard output. */
    printed: () => printed,
    /** The memory that all of its processes hold, in bytes. */
    memory: async () => residentBytes(await processesOf(pidOf(site))),
    /** Its processes, the first one first: see `server/serve.ts`. */
    processes: () => processesOf(pidOf(site)),
    /** Has each of its processes replaced, as npm start of an updated checkout does; a sentence where that failed. */
    renew: () => renewSite(site),
    isAlive: () => site.exitCode === null && site.signalCode === null,
    stop: async () => {
      await stopSite(site)
      rmSync(dataFolder, { recursive: true })
    },
    /** As when the power goes. */
    kill: async () => {
      const end = once(site, 'exit')
      for (const { pid } of await processesOf(pidOf(site))) process.kill(pid, 'SIGKILL')
      await end
      rmSync(dataFolder, { recursive: true })
    },
  }
}

export type RunningSite = Awaited<ReturnType<typeof startRunningSite>>

/** A process of a site: its number, and its role as its command line has it; the first one has none. */
export type SiteProcess = { pid: number; role: string }

async function processesOf(primary: number): Promise<SiteProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args='])
  const all = stdout.split('\n').map(line => line.trim().split(/\s+/))
  const children = all.filter(([, parent]) => Number(parent) === primary)
  const others = children.map(([pid, , ...words]) => ({
    pid: Number(pid),
    role: words.at(-1) ?? '',
  }))
  return [{ pid: primary, role: '' }, ...others]
}

async function residentBytes(processes: SiteProcess[]) {
  const pids = processes.map(({ pid }) => pid).join(',')
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', pids])
  return stdout.split('\n').reduce((sum, kilobytes) => sum + Number(kilobytes), 0) * 1_024
}

/** What a browser on our own page sends along. */
export const OUR_PAGE = { origin: SITE_URL, 'sec-fetch-site': 'same-origin' }

function askAt(port: number, path: string, { method = 'GET', headers = {}, body }: Ask) {
  return new Promise<Answer>((resolve, reject) => {
    const host = new URL(SITE_URL).host
    const options = { port, path, method, headers: { host, ...headers }, agent: false }
    const outgoing = ask(options, response => {
      const { statusCode: status = 0, headers } = response
      text(response).then(body => resolve({ status, headers, body }), reject)
    })
    outgoing.on('error', reject)
    if (!Array.isArray(body)) return outgoing.end(body)
    for (const chunk of body) outgoing.write(chunk)
    outgoing.end()
  })
}
