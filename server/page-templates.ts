// Page templates: a page made once and filled in for each reader, 2 ms of the processor where Next took 11 (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { knownCampaignState } from '#lib/campaign/campaign-cache.ts'
import { PLACES_HEADER } from '#lib/security/own-headers.ts'
import type { Answer } from './answer.ts'
import { ownRequest } from './own-request.ts'
import { pageLifetime } from './page-lifetime.ts'
import { beginPage } from './page-memory.ts'

/** After so many makers that failed whoever waited for them gets Next's own page. */
const MOST_WAITS = 3

/** How many templates of one kind are kept at most: a list has one for each choice of its filters. */
const MOST_TEMPLATES = 100

/** Headers of whoever asked first: a cookie of her own, what the guard says of an address with a token. */
const OF_WHO_ASKED = ['set-cookie', 'referrer-policy']

/** A page with places, cut at them, and in which state of the campaign it was made. */
type Template<Page> = Omit<Answer, 'body'> & {
  page: Page
  begun: number
  state: string
  madeAt: number
}

/** Asks Next for a page; null where nobody waits for it any more. */
export type Make = (request: IncomingMessage) => Promise<Answer | null>

/** A page that was filled in; null where nobody waits for it any more, 'next' where Next makes it. */
export type Filled = Answer | null | 'next'

/**
 * Templates of one kind of page, by their path.
 * @param cut cuts a page at its places; null for one without
 * @returns what fills in the template of a path; 'next' where the page is no template after all
 */
export function pageTemplates<Page>(cut: (html: string) => Page | null) {
  const kept = new Map<string, Template<Page>>()
  /** A crowd waits for the one that is being made, or a server that is late would make one for each. */
  const underWay = new Map<string, ReturnType<typeof make>>()

  async function recall(path: string) {
    const template = kept.get(path)
    const isFresh = template?.begun === beginPage() && Date.now() - template.madeAt < pageLifetime()
    // A day that was set may have come meanwhile: nobody is told that the letter opens or signing ends.
    return isFresh && template.state === (await knownCampaignState()) ? template : undefined
  }

  async function make(path: string, request: IncomingMessage, ask: Make) {
    const [begun, state] = [beginPage(), await knownCampaignState()]
    const asked = ownRequest(path, { [PLACES_HEADER]: '1' }, request)
    delete asked.headers.cookie
    const answer = await ask(asked)
    const page = answer?.status === 200 && cut(answer.body.toString())
    if (!answer || !page) return answer && ('next' as const)
    const headers = { ...answer.headers }
    for (const name of OF_WHO_ASKED) delete headers[name]
    const template = { status: answer.status, headers, page, begun, state, madeAt: Date.now() }
    keep(path, template)
    return template
  }

  function keep(path: string, template: Template<Page>) {
    // Whatever was made last stands last: the first one is the oldest.
    kept.delete(path)
    const [oldest] = kept.keys()
    if (kept.size >= MOST_TEMPLATES && oldest !== undefined) kept.delete(oldest)
    kept.set(path, template)
  }

  function begin(path: string, request: IncomingMessage, ask: Make) {
    const making = make(path, request, ask)
    underWay.set(path, making)
    return making.finally(() => underWay.delete(path))
  }

  async function find(path: string, request: IncomingMessage, ask: Make) {
    for (let waited = 0; waited < MOST_WAITS; waited += 1) {
      const known = await recall(path)
      if (known) return known
      const making = underWay.get(path)
      // One of those who waited for a maker that failed makes it, and the others wait for that one.
      if (!making) return begin(path, request, ask)
      if ((await making.catch(() => null)) === 'next') break
    }
    return 'next' as const
  }

  return async (
    path: string,
    request: IncomingMessage,
    ask: Make,
    fill: (page: Page) => string,
  ): Promise<Filled> => {
    const template = await find(path, request, ask)
    if (template === null || template === 'next') return template
    const { status, headers, page } = template
    return { status, headers: { ...headers }, body: Buffer.from(fill(page)) }
  }
}

/** Whether a browser reads a page, which may be filled in. */
export function isRead({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>) {
  return method === 'GET' && !headers.rsc
}
