import type { IncomingMessage, ServerResponse } from 'node:http'
import { cachedCampaignRun } from '#lib/campaign/campaign-cache.ts'
import { isPreviewToken, previewCookie, previewTokenOf } from '#lib/campaign/preview-link.ts'
import { CAMPAIGN_STATES, stateAt } from '#lib/campaign/states.ts'
import { languages } from '#lib/content/languages.ts'
import { preferredLanguage } from '#lib/content/preferred-language.ts'
import { logEvent } from '#lib/log/log.ts'
import { placeOf } from '#lib/log/without-personal-data.ts'
import { isLinkOfMail } from '#lib/signatures/is-link-of-mail.ts'

/** What anyone may ask for during a preview: it says nothing of the letter. */
const FOR_EVERYONE =
  /^\/(_next\/static\/[\w./-]+|icon\.svg|robots\.txt|\.well-known\/security\.txt|api\/(health|webhooks\/\w+)|[a-zA-Z-]{2,16}\/(soon|preview|organisers(\/[\w/-]*)?))$/

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * Keeps a campaign private while it is in preview, before pages, caches and the web framework are
 * asked: whoever lacks the preview link is sent the page that says "soon", or, where a page would not
 * be understood, a refusal (true). Nothing of a preview may be kept by any cache.
 */
export async function isKeptPrivate(request: IncomingMessage, response: ServerResponse) {
  const run = await cachedCampaignRun()
  if (CAMPAIGN_STATES[stateAt(run, new Date())].isPublic) return false
  const [pathname = '/', query] = (request.url ?? '/').split('?')
  keepOutOfCaches(pathname, response)
  if (FOR_EVERYONE.test(pathname) && !pathname.includes('..')) return false
  if (isPreviewToken(run, previewTokenOf(request.headers.cookie))) return false
  if (await isLinkOfMail(new URLSearchParams(query)).catch(() => false)) {
    response.appendHeader('Set-Cookie', previewCookie(run))
    return false
  }
  return sendElsewhere(pathname, request, response)
}

/** Whatever a page says of itself: it was made for who holds the link. */
function keepOutOfCaches(pathname: string, response: ServerResponse) {
  if (pathname.startsWith('/_next/static/')) return
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((...parameters: Parameters<typeof writeHead>) => {
    response.setHeader('Cache-Control', 'private, no-store')
    response.setHeader('X-Robots-Tag', 'noindex, nofollow')
    return writeHead(...parameters)
  }) as typeof response.writeHead
}

function sendElsewhere(pathname: string, request: IncomingMessage, response: ServerResponse) {
  if (!SAFE_METHODS.has(request.method ?? '') || pathname.startsWith('/api/')) {
    logEvent('request-refused', {
      status: 403,
      method: request.method ?? '',
      place: placeOf(pathname),
    })
    response.writeHead(403, { 'Content-Type': 'application/json' })
    response.end('{"error":"closed"}')
    return true
  }
  const asked = languages().find(language => pathname.split('/')[1] === language)
  const wished = preferredLanguage(request.headers['accept-language'] ?? null, languages())
  request.url = `/${asked ?? wished}/soon`
  for (const name of Object.keys(request.headers)) {
    if (name === 'rsc' || name.startsWith('next-')) delete request.headers[name]
  }
  return false
}
