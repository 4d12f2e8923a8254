import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { env } from '#lib/env/env.ts'
import { findWebhookAddressFault, isOnLocalhost, lookupPublic } from './webhook-address.ts'

/** A receiver has this long to answer. */
export const ANSWER_WITHIN_MS = 10_000

/** `hasArrived` for a status of 200 to 299; `answer` is that status, or a code where there was none. */
export type Posted = { hasArrived: boolean; answer: string }

/**
 * Posts a message. Of the answer only its status is read: no redirect is followed, no body looked at.
 */
export function postMessage(
  url: string,
  headers: Record<string, string>,
  body: string,
  withinMs = ANSWER_WITHIN_MS,
): Promise<Posted> {
  // The address was checked when it was written; the site's own may have changed since.
  const fault = findWebhookAddressFault(url, env.SITE_URL)
  if (fault) return Promise.resolve({ hasArrived: false, answer: fault })
  return new Promise(resolve => {
    const send = new URL(url).protocol === 'https:' ? requestHttps : requestHttp
    const call = send(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(withinMs),
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'open-letter',
      },
      ...(isOnLocalhost(env.SITE_URL) ? {} : { lookup: lookupPublic }),
    })
    call.on('response', ({ statusCode = 0 }) => {
      call.destroy()
      resolve({ hasArrived: statusCode >= 200 && statusCode < 300, answer: String(statusCode) })
    })
    call.on('error', error => resolve({ hasArrived: false, answer: codeOf(error) }))
    call.end(body)
  })
}

/** Never the message of an error, which may hold a part of the address. */
function codeOf(error: Error & { code?: string }) {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no-answer'
  return error.code === 'PRIVATE' ? 'private' : 'no-connection'
}
