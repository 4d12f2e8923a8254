// Metrics: one scrape shows all processes of the machine, which tell theirs to the primary (docs/decisions/0048-watching.md).
import type { ChildProcess } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { env } from '#lib/env/env.ts'
import { isDevelopment } from '#lib/env/is-development.ts'
import { namesMetricsToken } from '#lib/monitoring/may-scrape.ts'
import { measureProcess } from '#lib/monitoring/measure-process.ts'
import {
  combineMetrics,
  METRICS_TYPE,
  type OwnMetrics,
  readOwnMetrics,
  scraping,
} from '#lib/monitoring/scrape.ts'

/** A process that is too busy to tell its metrics does not hold up those of the others: Prometheus waits for 10 s. */
const OWN_WITHIN_MS = 5_000
const ALL_WITHIN_MS = 8_000

/** What the processes say to each other about it; `id` is that of the question. */
type MetricsMessage =
  | { monitoring: 'tell-own' | 'tell-all'; id: number }
  | { monitoring: 'own'; id: number; metrics: OwnMetrics }
  | { monitoring: 'all'; id: number; text: string }

type Peer = Pick<ChildProcess, 'on' | 'off'> & { send?: (message: MetricsMessage) => boolean }

let asked = 0

/** In a web process and the worker: tells the primary this one's metrics, and asks it for those of all. */
export function joinMonitoring() {
  measureProcess()
  // In development one process is all of them, and what started it knows of no metrics.
  if (!process.send || isDevelopment) return
  const primary = process as unknown as Peer
  process.on('message', async (said: MetricsMessage) => {
    if (said.monitoring !== 'tell-own') return
    tell(primary, { monitoring: 'own', id: said.id, metrics: await readOwnMetrics() })
  })
  scraping.scrape = async () => (await ask(primary, 'tell-all', 'all', ALL_WITHIN_MS))?.text ?? ''
}

/**
 * In the primary: asks each of its processes, answers those that ask for all, and whoever scrapes METRICS_PORT.
 * @param processes by their names, as they are at the moment of a scrape
 * @throws Error with a sentence where METRICS_PORT cannot be used
 */
export async function leadMonitoring(processes: () => Map<string, ChildProcess>) {
  measureProcess()
  const scrape = async () =>
    combineMetrics([
      { process: 'primary', metrics: await readOwnMetrics() },
      ...(await Promise.all(
        [...processes()].map(async ([process, child]) => {
          const told = await ask(child as Peer, 'tell-own', 'own', OWN_WITHIN_MS)
          return { process, metrics: told?.metrics ?? null }
        }),
      )),
    ])
  scraping.scrape = scrape
  const server = await serveMetrics()
  return {
    close: () => server?.close(),
    /** Answers a process that asks for the metrics of all. */
    answer: (child: ChildProcess) => {
      child.on('message', async (said: MetricsMessage) => {
        if (said.monitoring !== 'tell-all') return
        tell(child as Peer, { monitoring: 'all', id: said.id, text: await scrape() })
      })
      return child
    },
  }
}

/** Serves the metrics on METRICS_PORT, at the address where the site listens, if there is such a port. */
async function serveMetrics(): Promise<Server | null> {
  if (!env.METRICS_PORT) return null
  const server = createServer(async ({ url, headers }, response) => {
    if (url !== '/metrics') return response.writeHead(404).end()
    if (env.METRICS_TOKEN && !namesMetricsToken(headers.authorization))
      return response.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end()
    response.writeHead(200, { 'Content-Type': METRICS_TYPE }).end(await scraping.scrape())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) => reject(new Error(`METRICS_PORT: ${message}.`)))
    server.listen({ port: env.METRICS_PORT, host: env.HOST, exclusive: true }, resolve)
  })
  return server
}

/** Asks another process; null where it says nothing in time. */
function ask<Answer extends 'own' | 'all'>(
  peer: Peer,
  question: 'tell-own' | 'tell-all',
  answer: Answer,
  withinMs: number,
) {
  asked += 1
  const id = asked
  return new Promise<Extract<MetricsMessage, { monitoring: Answer }> | null>(resolve => {
    const hear = (said: MetricsMessage) => {
      if (said.monitoring === answer && said.id === id)
        end(said as Extract<MetricsMessage, { monitoring: Answer }>)
    }
    const end = (told: Extract<MetricsMessage, { monitoring: Answer }> | null) => {
      clearTimeout(timer)
      peer.off('message', hear)
      resolve(told)
    }
    const timer = setTimeout(end, withinMs, null)
    peer.on('message', hear)
    tell(peer, { monitoring: question, id })
  })
}

/** Whoever has ended meanwhile hears nothing. */
function tell(peer: Peer, message: MetricsMessage) {
  try {
    peer.send?.(message)
  } catch {
    return
  }
}
