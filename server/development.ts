// Serves the site while somebody works on it: Next's development server behind the same request guard, without page
// memory, compression and stripped scripts, so that an edit shows within two seconds.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { withPatience } from '#lib/database/patience.ts'
import { env } from '#lib/env/env.ts'
import type { TrustedProxies } from '#lib/security/client-address.ts'
import { isRefusedByGuard } from '#lib/security/request-guard.ts'
import { contentSecurityPolicy } from '#lib/security/security-headers.ts'
import { isKeptPrivate } from './preview-gate.ts'
import { showRefusedForms } from './refused-forms.ts'

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown

const CSP = 'content-security-policy'

/** Next's own files and calls of a page that is worked on. */
const OF_NEXT = /^\/(_next|__nextjs)/

/**
 * Listens for whoever works on the site. Addresses are not known before they are compiled: what is no page is
 * Next's to refuse. A page hears of edits through a WebSocket, for as long as it is open.
 */
export async function startDevelopmentServer(handle: Handle, trustedProxies: TrustedProxies) {
  const settings = { siteUrl: env.SITE_URL, trustedProxies, routes: [] }
  const server = createServer((request, response) =>
    withPatience('request', async () => {
      if (OF_NEXT.test(request.url ?? '')) return handle(request, response)
      if (isRefusedByGuard(request, response, settings)) return
      if (await isKeptPrivate(request, response)) return
      showRefusedForms(request, response, handle)
      allowDevelopmentScripts(request, response)
      return handle(request, response)
    }),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
  return server
}

/** Next's scripts of development stand in the page, evaluate code, and bring style sheets of their own. */
function allowDevelopmentScripts(request: IncomingMessage, response: ServerResponse) {
  const sources = ["'unsafe-inline'", "'unsafe-eval'"]
  const policy = contentSecurityPolicy(sources, request.url ?? '/')
  const relaxed = policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  request.headers[CSP] = relaxed
  response.setHeader(CSP, relaxed)
}
