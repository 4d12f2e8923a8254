// The server of `npm run dev`: an edit shows within two seconds, because nothing is kept, cut or compressed.
import { watch } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { withPatience } from '#lib/database/patience.ts'
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { FORM_PAGE_HEADER } from '#lib/security/refused-form.ts'
import { isRefusedByGuard } from '#lib/security/request-guard.ts'
import { contentSecurityPolicy } from '#lib/security/security-headers.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import { ensurePublished } from '#lib/versions/ensure-published.ts'
import { readyToSend, sendAnswer } from './answer.ts'
import { HeldResponse } from './held-response.ts'
import type { Site } from './pipeline.ts'
import { passPreviewGate, sayClosed } from './preview-gate.ts'
import { showRefusedForm } from './refused-forms.ts'

/** An editor writes a file in several steps. */
const SETTLED_AFTER_MS = 200

/** Next's own files and calls of a page that is worked on. */
const OF_NEXT = /^\/(_next|__nextjs)/

/**
 * The HTTP server around Next's development server: guard, preview gate and refused forms as in the pipeline
 * (server/pipeline.ts), without its bounds. A page hears of edits through a WebSocket, for as long as it is open.
 */
export function createDevelopmentServer(site: Omit<Site, 'known'>) {
  const server = createServer({ ServerResponse: HeldResponse }, (request, response) =>
    withPatience('request', () => answer(request, response, site)),
  )
  const watcher = watchContent()
  return server.once('close', () => watcher.close())
}

async function answer(
  request: IncomingMessage,
  response: HeldResponse,
  { handle, guard }: Omit<Site, 'known'>,
) {
  if (OF_NEXT.test(request.url ?? '')) return handle(request, response)
  if (isRefusedByGuard(request, response, guard)) return
  if ((await passPreviewGate(request, response)) === 'closed') return sayClosed(request, response)
  const policy = policyOf(request.url ?? '/')
  request.headers['content-security-policy'] = policy
  response.completeHead = () => response.setHeader('Content-Security-Policy', policy)
  const refused = await response.hold(
    () => response.hasHeader(FORM_PAGE_HEADER),
    () => handle(request, response),
  )
  const whole = (asked: IncomingMessage) =>
    response.hold(
      () => true,
      () => handle(asked, response),
    )
  const shown = refused && (await showRefusedForm(refused, request, whole))
  if (shown) await sendAnswer(readyToSend(shown), request, response)
}

/** Next's scripts of development stand in the page, evaluate code, and bring style sheets of their own. */
function policyOf(path: string) {
  const policy = contentSecurityPolicy(["'unsafe-inline'", "'unsafe-eval'"], path)
  return policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
}

/** After each edit of content the letter becomes a version, and mistakes are told, as at a start. */
function watchContent() {
  let timer: NodeJS.Timeout | undefined
  return watch(env.CONTENT_FOLDER, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(settleContent, SETTLED_AFTER_MS)
  })
}

async function settleContent() {
  try {
    checkContent()
    await ensurePublished()
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    logEvent('job-failed', { job: 'content' }, sentence)
  }
}
