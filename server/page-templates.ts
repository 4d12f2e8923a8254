// Page templates: a page made once and filled in for each reader, 2 ms of the processor where Next took 11 (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { PLACES_HEADER } from '#lib/security/places-header.ts'
import type { Answer } from './answer.ts'
import { ownRequest } from './own-request.ts'
import { pageLifetime } from './page-lifetime.ts'
import { beginPage } from './page-memory.ts'

/** After so many makers that failed whoever waited for them gets Next's own page. */
const MOST_WAITS = 3

/** A page with places, cut at them. */
type Template<Page> = { answer: Answer; page: Page; begun: number; madeAt: number }

/** How many templates of one kind are kept at most: a list has one for each choice of its filters. */
const MOST_TEMPLATES = 100

/** Asks Next for a page; null where nobody waits for it any more. */
export type Make = (request: IncomingMessage) => Promise<Answer | null>

/**
 * Templates of one kind of page, by their path.
 * @param cut cuts a page at its places; null for one without
 * @returns what gives the template of a path: 'next' where the page is no template after all
 */
export function pageTemplates<Page>(cut: (html: string) => Page | null) {
  const kept = new Map<string, Template<Page>>()
  /** A crowd waits for the one that is being made, or a server that is late would make one for each. */
  const underWay = new Map<string, ReturnType<typeof make>>()

  function recall(path: string) {
    const template = kept.get(path)
    const isFresh = template?.begun === beginPage() && Date.now() - template.madeAt < pageLifetime()
    return isFresh ? template : undefined
  }

  async function make(path: string, request: IncomingMessage, ask: Make) {
    const begun = beginPage()
    const asked = ownRequest(path, { [PLACES_HEADER]: '1' }, request)
    delete asked.headers.cookie
    const answer = await ask(asked)
    const page = answer?.status === 200 && cut(answer.body.toString())
    if (!answer || !page) return answer && ('next' as const)
    // Whoever asked first may have got a cookie of her own on the way.
    const { 'set-cookie': _, ...headers } = answer.headers
    const template = { answer: { ...answer, headers }, page, begun, madeAt: Date.now() }
    if (kept.size >= MOST_TEMPLATES) kept.clear()
    kept.set(path, template)
    return template
  }

  function begin(path: string, request: IncomingMessage, ask: Make) {
    const making = make(path, request, ask)
    underWay.set(path, making)
    return making.finally(() => underWay.delete(path))
  }

  return async (path: string, request: IncomingMessage, ask: Make) => {
    for (let waited = 0; waited < MOST_WAITS; waited += 1) {
      const known = recall(path) ?? (await underWay.get(path)?.catch(() => null))
      if (known) return known
      // One of those who waited for a maker that failed makes it, and the others wait for that one.
      if (!underWay.has(path)) return begin(path, request, ask)
    }
    return 'next' as const
  }
}

/** Whether a browser reads a page, which may be filled in. */
export function isRead({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>) {
  return method === 'GET' && !headers.rsc
}
