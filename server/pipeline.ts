// The pipeline: everything that the site does around Next, in its order, in one list (docs/decisions/0037-one-pipeline.md).
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { withPatience } from '#lib/database/patience.ts'
import { FORM_PAGE_HEADER } from '#lib/security/refused-form.ts'
import { isRefusedByGuard } from '#lib/security/request-guard.ts'
import { type Answer, readyToSend, sendAnswer } from './answer.ts'
import { showTypedAddress } from './check-mail-page.ts'
import { showConfirmation } from './confirmation-page.ts'
import { settleEncoding } from './encoding.ts'
import { isFailedPage, sayFailure, sayNotFound } from './failure-page.ts'
import { leadFormerForms } from './former-addresses.ts'
import { HeldResponse } from './held-response.ts'
import { isKnownAddress, isMisspelled, type Known, readForNext } from './known-requests.ts'
import { showListPage } from './list-page.ts'
import { isSentFromOtherBuild } from './other-builds.ts'
import { askHandler, ownHandler } from './own-handlers.ts'
import { leadIcons } from './own-icons.ts'
import { awaitPage, beginPage, keepPage, makeForAll, mayBeKept, recallPage } from './page-memory.ts'
import { forgetCookies } from './pages-for-everyone.ts'
import { isSentSmall } from './precompressed-assets.ts'
import { type Gate, passPreviewGate, sayClosed } from './preview-gate.ts'
import { showRefusedForm } from './refused-forms.ts'
import { measureRequest } from './request-metrics.ts'
import { endSlowBody, limitServer, SERVER_OPTIONS } from './server-limits.ts'
import { isSiteChecked } from './site-check.ts'
import { goesWithoutPrograms, sendWithoutPrograms } from './without-programs.ts'

/** What is asked of a site, and who answers it. */
export type Site = {
  /** Next's own handler. */
  handle: (request: IncomingMessage, response: ServerResponse) => unknown
  guard: Parameters<typeof isRefusedByGuard>[2]
  known: Known
}

/** How an answer of Next is changed before it is kept and sent, in this order. */
const CHANGES: ((answer: Answer, request: IncomingMessage) => Answer)[] = [
  sayFailure,
  sendWithoutPrograms,
]

/** Pages that are made once and filled in for each reader, unless Next makes them. */
const FILLED_IN = [showTypedAddress, showConfirmation, showListPage]

/** The HTTP server of the built site. */
export function createSiteServer(site: Site) {
  const options = { ...SERVER_OPTIONS, ServerResponse: HeldResponse }
  const server = createServer(options, (request, response) => {
    measureRequest(request, response, site.known.routes)
    return withPatience('request', () => answer(request, response, site))
  })
  limitServer(server)
  return server
}

async function answer(request: IncomingMessage, response: HeldResponse, site: Site) {
  settleEncoding(request)
  leadFormerForms(request)
  endSlowBody(request, response)

  if (isSiteChecked(request, response, site.guard.trustedProxies)) return
  if (isRefusedByGuard(request, response, site.guard)) return
  const gate = await passPreviewGate(request, response)
  response.completeHead = () => completeHead(request, response, gate)
  if (gate === 'closed') return sayClosed(request, response)
  if (gate === 'open') leadIcons(request)
  if (isMisspelled(request, response, site.known.routes)) return

  if (isSentSmall(request, response)) return
  if (await isSentFromOtherBuild(request, response)) return
  forgetCookies(request)
  const recalled = gate === 'open' && (recallPage(request) ?? (await awaitPage(request)))
  if (recalled) return sendAnswer(recalled, request, response)

  const sent = await makeForAll(request, async () => {
    const begun = beginPage()
    const made = await show(request, response, site)
    return made && (gate === 'open' ? keepPage(made, request, begun) : readyToSend(made))
  })
  if (sent) return sendAnswer(sent, request, response)
}

/** The answer as it is sent, with the changes of its page; null where it has been answered, or is streamed. */
async function show(request: IncomingMessage, response: HeldResponse, site: Site) {
  const ask = (asked: IncomingMessage) =>
    response.hold(
      () => isHeld(request, response),
      () => site.handle(asked, response),
    )
  const change = (made: Answer | null) =>
    made && CHANGES.reduce((before, change) => change(before, request), made)
  const template = (asked: IncomingMessage) => ask(asked).then(change)
  for (const fillIn of FILLED_IN) {
    const filled = await fillIn(request, template)
    if (filled !== 'next') return filled
  }
  return change(await make(request, response, site, ask))
}

/** The answer to a known request, by Next or its handler alone; null where it has been answered, or is streamed. */
async function make(
  request: IncomingMessage,
  response: HeldResponse,
  { known, guard }: Site,
  ask: (asked: IncomingMessage) => Promise<Answer | null>,
) {
  if (!isKnownAddress(request, known.routes)) return sayNotFound(request, response)
  const read = await readForNext(request, response, known)
  const own = ownHandler(request, known.routes)
  const made = read && (await (own ? askHandler(own, read, guard.siteUrl) : ask(read)))
  return made && showRefusedForm(made, request, ask)
}

/**
 * Whether an answer is held until it is whole: a page that is changed, the refusal of a form, what page memory
 * may keep. Whatever else there is (downloads, exports, data, the console's pages) is streamed as it comes.
 */
function isHeld(request: IncomingMessage, response: HeldResponse) {
  const head = { status: response.statusCode, headers: response.getHeaders() }
  return (
    response.hasHeader(FORM_PAGE_HEADER) ||
    isFailedPage(head.status, request) ||
    goesWithoutPrograms(request.url ?? '/', head) ||
    mayBeKept(head)
  )
}

/** What each answer says, whoever made it: its policy, and that nothing of a preview may be kept. */
function completeHead({ headers }: IncomingMessage, response: HeldResponse, gate: Gate) {
  const policy = headers['content-security-policy']
  if (policy && !response.hasHeader('Content-Security-Policy'))
    response.setHeader('Content-Security-Policy', policy)
  if (gate === 'open') return
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
}
