import { execFile, fork } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { checkout } from '../../../bin/support/checkout.js'
import { addressesOf, stopSite } from '../../../bin/support/site-process.ts'
import { connectTo, type SiteDatabase } from '../database/browser-database.ts'
import { startTestsCluster } from '../database/tests-cluster.ts'
import { freePort } from './free-port.ts'
import { forgetSettings, TEST_SETTINGS } from './settings.ts'

const START_WITHIN_MS = 120_000

/** The built site, as `npm start` runs it, with a database and a mailbox of its own. */
export interface Site {
  /** Origin. */
  url: string
  /** Origin of the page that shows the mailbox. */
  mailbox: string
  /** Where the mailbox keeps its messages. */
  mailFolder: string
  /** Its own copy of content/, as the console and an editor of files write it. */
  contentFolder: string
  database: SiteDatabase
  /** Runs a command of `bin` beside the site, as its organiser does on the server; what it prints. */
  runCommand: (script: string, ...options: string[]) => Promise<string>
  /** What the server has printed on its standard error since the last call. */
  takeComplaints: () => string
  stop: () => Promise<void>
}

/** Starts a site on a free port; `stop` leaves nothing of it behind. */
export async function startTestSite(): Promise<Site> {
  const cluster = await startTestsCluster()
  const { dataFolder } = cluster
  const database = await connectTo(cluster.url)
  const environment = await environmentOf(cluster.applicationUrl, dataFolder)
  const { server, takeComplaints } = startServer(environment)
  const stop = async () => {
    await stopSite(server)
    await database.close()
    await cluster.stop()
  }
  const started = AbortSignal.timeout(START_WITHIN_MS)
  const { site, mailbox } = await addressesOf(server, started).catch(async () => {
    await stop()
    throw new Error(`The site did not start. ${takeComplaints()}`)
  })
  const mailFolder = join(dataFolder, 'mailbox')
  const runCommand = (script: string, ...options: string[]) =>
    runIn(environment, [join(checkout, 'bin', script), ...options])
  return {
    url: site,
    mailbox: mailbox ?? '',
    mailFolder,
    contentFolder: contentIn(dataFolder),
    database,
    runCommand,
    takeComplaints,
    stop,
  }
}

async function runIn(env: NodeJS.ProcessEnv, parts: string[]) {
  return (await promisify(execFile)(process.execPath, parts, { cwd: checkout, env })).stdout
}

async function environmentOf(databaseUrl: string, dataFolder: string) {
  const port = await freePort()
  // The console writes files of content/: those of the checkout stay as they are.
  cpSync(join(checkout, 'content'), contentIn(dataFolder), { recursive: true })
  const inherited = { ...process.env }
  forgetSettings(inherited)
  return {
    ...inherited,
    ...TEST_SETTINGS,
    NODE_ENV: 'production' as const,
    DATABASE_URL: databaseUrl,
    DATA_FOLDER: dataFolder,
    CONTENT_FOLDER: contentIn(dataFolder),
    PORT: String(port),
    SITE_URL: `http://localhost:${port}`,
    // Each test visits from a network of its own, so that none meets another's rate limit.
    TRUSTED_PROXY_HOPS: '1',
  }
}

function startServer(env: NodeJS.ProcessEnv) {
  const server = fork(join(checkout, 'server', 'serve.ts'), {
    cwd: checkout,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env,
  })
  let complaints = ''
  server.stderr?.setEncoding('utf8').on('data', text => {
    complaints += text
  })
  const takeComplaints = () => {
    const taken = complaints
    complaints = ''
    return taken
  }
  return { server, takeComplaints }
}

function contentIn(dataFolder: string) {
  return join(dataFolder, 'content')
}
