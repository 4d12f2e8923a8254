import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { probe } from '../probe.ts'
import { launch, type ServerPlace } from './launch.ts'
import { forgetDeadServer, runningServer } from './postmaster.ts'

const POLL_MS = 20
const ORPHAN_ANSWERS_WITHIN_MS = 5_000
const HELPERS_GONE_WITHIN_MS = 15_000
const STOP_WITHIN_MS = 30_000

/**
 * Makes sure that PostgreSQL runs on this cluster: one that still answers is kept, one that nobody
 * can reach any more is replaced. Recovery after a crash takes the time it takes.
 * @param url of a database that is always there
 * @throws Error with a sentence and PostgreSQL's last words when it does not start
 */
export async function startServer(place: ServerPlace, url: string) {
  if (await isAdopted(place.cluster, url)) return
  const giveUpAt = Date.now() + HELPERS_GONE_WITHIN_MS
  while (!(await hasStarted(place, url))) {
    const lastWords = reasonIn(place.log)
    // After kill -9 of the main process alone, its helpers need a moment to notice and go.
    const mayWait = lastWords.includes('shared memory block') && Date.now() < giveUpAt
    if (!mayWait) {
      throw new Error(`PostgreSQL did not start. Its last words (${place.log}): ${lastWords}`)
    }
    await delay(POLL_MS)
  }
}

/** Stops the cluster's PostgreSQL: open transactions are rolled back, all else is on disk. */
export async function stopServer(cluster: string) {
  const server = runningServer(cluster)
  if (server === null) return
  signal(server, 'SIGINT')
  const giveUpAt = Date.now() + STOP_WITHIN_MS
  while (runningServer(cluster) === server) {
    if (Date.now() > giveUpAt) signal(server, 'SIGQUIT')
    await delay(POLL_MS)
  }
}

async function isAdopted(cluster: string, url: string) {
  if (runningServer(cluster) === null) return false
  const giveUpAt = Date.now() + ORPHAN_ANSWERS_WITHIN_MS
  const mayAnswer = () => runningServer(cluster) !== null && Date.now() < giveUpAt
  if (await answers(url, mayAnswer)) return true
  await stopServer(cluster)
  return false
}

async function hasStarted(place: ServerPlace, url: string) {
  forgetDeadServer(place.cluster, place.socketFolder)
  const server = launch(place)
  const doesAnswer = await answers(url, server.isAlive)
  server.letGo()
  if (!doesAnswer) await stopServer(place.cluster)
  return doesAnswer
}

async function answers(url: string, mayAnswer: () => boolean) {
  while (mayAnswer()) {
    const { state } = await probe(url)
    if (state === 'answers') return true
    if (state === 'refuses') return false
    await delay(POLL_MS)
  }
  return false
}

function reasonIn(log: string) {
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  return lines.findLast(line => line.includes('FATAL')) ?? lines.at(-1) ?? ''
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
