import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Pool } from 'undici'
import type { Plan, Step } from './plan.ts'
import type { Stopwatch } from './stopwatch.ts'

/** As many as a busy proxy keeps open; beyond them a request waits for its turn, and that counts. */
const MOST_CONNECTIONS = 512

const ANSWER_WITHIN_MS = 30_000

export interface Request {
  step: Step
  /** When it was due, on the clock of performance.now(). */
  due: number
  path: string
  /** Network address of who asks: the load generator plays the proxy that tells it. */
  from: string
  expected: number
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
}

/** An answer with the expected status; its body as it came, and decoded once somebody reads it. */
export interface Reply {
  headers: Record<string, string | string[] | undefined>
  read: () => string
}

/** Sends requests as one busy proxy would, over connections that are kept. */
export function openClient(plan: Plan, stopwatch: Stopwatch) {
  const pool = new Pool(plan.url, {
    connections: MOST_CONNECTIONS,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  })
  const host = new URL(plan.siteUrl).host
  const countsFrom = performance.now() + plan.warmUpSeconds * 1_000
  let underWay = 0
  let broken = 0
  /** Resolves to null where the answer is not the expected one, which is counted. */
  const ask = async (request: Request) => {
    underWay += 1
    const { status, ...reply } = await send(pool, host, request)
    underWay -= 1
    if (status === 0 && plan.mayBreak) broken += 1
    else if (status !== request.expected) stopwatch.metOdd(`${request.step} ${status || 'nothing'}`)
    if (request.due >= countsFrom) stopwatch.took(request.step, performance.now() - request.due)
    return status === request.expected ? reply : null
  }
  return {
    ask,
    underWay: () => underWay,
    broken: () => broken,
    close: () => pool.destroy(),
  }
}

export type Client = ReturnType<typeof openClient>

/** Status 0: no answer. */
function send(pool: Pool, host: string, { path, from, method = 'GET', headers, body }: Request) {
  const all = { host, 'x-forwarded-for': from, ...headers }
  return new Promise<Reply & { status: number }>(resolve => {
    const chunks: Buffer[] = []
    let status = 0
    let answered: Reply['headers'] = {}
    const read = () => decode(Buffer.concat(chunks), answered['content-encoding'])
    pool.dispatch(
      { path, method, headers: all, body: body ?? null },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, statusCode, given) => {
          status = statusCode
          answered = given
        },
        onResponseData: (_, chunk) => {
          chunks.push(chunk)
        },
        onResponseEnd: () => resolve({ status, headers: answered, read }),
        onResponseError: () => resolve({ status: 0, headers: {}, read }),
      },
    )
  })
}

function decode(body: Buffer, encoding: Reply['headers'][string]) {
  if (encoding === 'br') return brotliDecompressSync(body).toString('utf8')
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString('utf8')
}
