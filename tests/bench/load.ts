import { Agent, request as send } from 'node:http'

/** One request and the only status that may answer it. */
export interface Shot {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  expected: number
}

/** Idle connections end before the site ends them: a request may be on its way at that very moment. */
const IDLE_MS = 2_000

export interface Load {
  /** Answers in a second. */
  perSecond: number
  /** Time from when a request was due to the end of its answer, in milliseconds. */
  p50: number
  p95: number
  p99: number
}

/**
 * As many requests as `connections` can have answered one after another.
 * @throws Error at the first answer with another status than the one expected
 */
export async function saturate(
  next: () => Shot,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, timeout: IDLE_MS })
  const times: number[] = []
  const startedAt = performance.now()
  const end = startedAt + seconds * 1_000
  const worker = async () => {
    while (performance.now() < end) times.push(await fire(next(), agent, performance.now()))
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return summary(times, performance.now() - startedAt)
}

/**
 * Requests at fixed moments, whether or not earlier ones were answered: a slow answer does not slow
 * the crowd. Waiting for a connection counts.
 * @throws Error at an answer with another status than the one expected
 */
export async function arrive(
  next: () => Shot,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  const startedAt = performance.now()
  const answers = Array.from({ length: perSecond * seconds }, async (_, place) => {
    const due = startedAt + (place * 1_000) / perSecond
    await new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())))
    return fire(next(), agent, due)
  })
  const times = await Promise.all(answers)
  agent.destroy()
  return summary(times, performance.now() - startedAt)
}

function fire({ url, method = 'GET', headers, body, expected }: Shot, agent: Agent, due: number) {
  return new Promise<number>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
    const request = send(url, { agent, method, headers: { ...headers, ...length } }, response => {
      if (response.statusCode !== expected) {
        reject(new Error(`${method} ${url} answered ${response.statusCode}, not ${expected}.`))
      }
      response.on('end', () => resolve(performance.now() - due))
      response.resume()
    })
    request.on('error', reject)
    request.end(body)
  })
}

function summary(times: number[], tookMs: number): Load {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
  return { perSecond: (times.length / tookMs) * 1_000, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
