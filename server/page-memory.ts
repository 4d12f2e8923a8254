// Page memory: /fr at 3,500 requests/s where Next and a compression of its own give 100; half a bare Node server (docs/decisions/0037-one-pipeline.md).
import type { IncomingMessage } from 'node:http'
import { pathnameOf } from '#lib/security/request-guard.ts'
import { typedBefore } from './after-signing.ts'
import type { Answer, SentAnswer } from './answer.ts'
import { pageLifetime } from './page-lifetime.ts'
import { isForEveryone } from './pages-for-everyone.ts'

/** How many answers are kept at most: the pages and files of the site are far fewer. */
const MOST_ANSWERS = 300

const LARGEST_ANSWER_BYTES = 1024 * 1024

type Kept = { answer: SentAnswer; madeAt: number; isForever: boolean }

const kept = new Map<string, Kept>()

/** Pages that are being made for whoever asked first. */
const underWay = new Map<string, Promise<void>>()

/** How often the memory was emptied: what was begun before is not kept after. */
let emptied = 0

/**
 * The answer that was made for somebody else, while it is fresh. Whoever comes first after that gets none
 * and makes it anew; meanwhile the others get the one of before, for as long again.
 */
export function recallPage(request: IncomingMessage): SentAnswer | null {
  const key = keyOf(request) ?? ''
  const page = kept.get(key)
  if (!page) return null
  const lifetimeMs = underWay.has(key) ? 2 * pageLifetime() : pageLifetime()
  return page.isForever || Date.now() - page.madeAt < lifetimeMs ? page.answer : null
}

/**
 * The answer that is being made for somebody else, once it is there: of a crowd on one page that is too old one
 * makes it, however long that takes, or a server that is late would make it for each. Null where nobody makes it, or
 * it was not kept.
 */
export async function awaitPage(request: IncomingMessage): Promise<SentAnswer | null> {
  const page = underWay.get(keyOf(request) ?? '')
  if (!page) return null
  await page
  return recallPage(request)
}

/** How often the memory was emptied when an answer is begun, for `keepPage`. */
export function beginPage() {
  return emptied
}

/** Lets others wait for a page while it is made, where all may have the same: one that was kept, or is for everyone. */
export async function makeForAll<T>(request: IncomingMessage, make: () => Promise<T>): Promise<T> {
  const key = keyOf(request)
  const isShared = key !== null && (kept.has(key) || isForEveryone(request))
  if (!isShared || request.headers.cookie !== undefined || underWay.has(key)) return make()
  const page = Promise.withResolvers<void>()
  underWay.set(key, page.promise)
  try {
    return await make()
  } finally {
    underWay.delete(key)
    page.resolve()
  }
}

/**
 * Keeps an answer if any cache may (RFC 9111, section 3) or it is for everyone, so that a crowd on one page costs one page
 * each lifetime and one compression; none that was begun before the memory was emptied, and none that was made for
 * somebody with a cookie. Whoever has one may get what was made for somebody without.
 */
export function keepPage(answer: Answer, request: IncomingMessage, begun: number): SentAnswer {
  const sent = { ...answer, bodies: bodiesOf(answer, request) }
  const key = keyOf(request)
  const isNotKept =
    request.headers.cookie !== undefined || answer.body.length > LARGEST_ANSWER_BYTES
  if (!key || isNotKept || begun !== emptied || !isKept(answer, request)) return sent
  if (kept.size >= MOST_ANSWERS) kept.clear()
  kept.set(key, {
    answer: sent,
    madeAt: Date.now(),
    isForever: isImmutable(answer),
  })
  return sent
}

/** What is the same as before, or as without a query, is not compressed again. */
function bodiesOf({ body }: Answer, { url = '' }: IncomingMessage): SentAnswer['bodies'] {
  const before = kept.get(pathnameOf(url))?.answer
  return before?.body.equals(body) ? before.bodies : new Map()
}

/**
 * Forgets every page that can change. Called for whatever must show at once: a signature that was withdrawn,
 * hidden or corrected, news that was published, a campaign that was paused (server/page-cache.ts).
 */
export function emptyPages() {
  emptied += 1
  for (const [key, { isForever }] of kept) if (!isForever) kept.delete(key)
}

function isKept(answer: Answer, request: IncomingMessage) {
  const isSound = answer.status === 200 && !answer.headers['set-cookie']
  return mayBeKept(answer) || (isSound && isForEveryone(request))
}

/** Whether the same answer may be sent to everybody who asks. */
export function mayBeKept({ status, headers }: Omit<Answer, 'body'>) {
  if (status !== 200 || headers['set-cookie']) return false
  return isImmutable({ headers }) || String(headers['cache-control'] ?? '').includes('s-maxage')
}

function isImmutable({ headers }: Pick<Answer, 'headers'>) {
  return String(headers['cache-control'] ?? '').includes('immutable')
}

/** Only what asks for nothing but an address has one answer for everyone, in each encoding. */
function keyOf(request: IncomingMessage) {
  const { method, url = '', headers } = request
  const isPlain = method === 'GET' && !headers.rsc && !headers.range
  const isOfOne = typedBefore(request) !== null || (url.includes('?') && !isForEveryone({ url }))
  return !isPlain || headers['next-router-prefetch'] || isOfOne ? null : url
}
