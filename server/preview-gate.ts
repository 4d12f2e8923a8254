// Preview gate: nobody learns anything of a letter before its campaign begins, for no query: its state is cached.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasBoundSignatures } from '#lib/campaign/bound-signatures.ts'
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
  /^\/(_next\/static\/[\w./-]+|icon\.svg|look\/sheet|(forms|offline|share|sw|tally)\.js|robots\.txt|\.well-known\/security\.txt|live|ready|metrics|api\/(health|webhooks\/\w+)|[a-zA-Z-]{2,16}\/(soon|preview|organisers(\/[\w/-]*)?))$/

/**
 * What stays within reach of those who signed while the letter was public: their own signature, to see it and take it
 * back, and what is said of their data. These pages name who runs the site, and nothing of the letter.
 */
const FOR_SIGNATORIES = /^\/[a-zA-Z-]{2,16}\/(my-signature(\/[\w-]+)*|privacy|legal)$/

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/** Anyone may see and keep the answer; only who asks may; or there is no answer but a refusal. */
export type Gate = 'open' | 'private' | 'closed'

/**
 * Keeps a campaign private while it is in preview, before pages, caches and the web framework are asked:
 * whoever lacks the preview link is sent the page that says "soon", or, where a page would not be
 * understood, a refusal. Whatever is private may be kept by no cache.
 */
export async function passPreviewGate(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Gate> {
  const run = await cachedCampaignRun()
  if (CAMPAIGN_STATES[stateAt(run, new Date())].isPublic) return 'open'
  const [pathname = '/', query] = (request.url ?? '/').split('?')
  if (FOR_EVERYONE.test(pathname) && !pathname.includes('..'))
    return pathname.startsWith('/_next/static/') ? 'open' : 'private'
  if (isPreviewToken(run, previewTokenOf(request.headers.cookie))) return 'private'
  if (await isLinkOfMail(new URLSearchParams(query)).catch(() => false)) {
    response.appendHeader('Set-Cookie', previewCookie(run))
    return 'private'
  }
  if (FOR_SIGNATORIES.test(pathname) && (await hasBoundSignatures())) return 'private'
  return leadElsewhere(pathname, request)
}

/** Says that the campaign is closed to whoever would not understand a page. */
export function sayClosed({ method = '', url = '/' }: IncomingMessage, response: ServerResponse) {
  logEvent('request-refused', { status: 403, method, place: placeOf(url.split('?')[0] ?? '/') })
  response.writeHead(403, { 'Content-Type': 'application/json' }).end('{"error":"closed"}')
}

function leadElsewhere(pathname: string, request: IncomingMessage): Gate {
  if (!SAFE_METHODS.has(request.method ?? '') || pathname.startsWith('/api/')) return 'closed'
  const asked = languages().find(language => pathname.split('/')[1] === language)
  const wished = preferredLanguage(request.headers['accept-language'] ?? null, languages())
  request.url = `/${asked ?? wished}/soon`
  for (const name of Object.keys(request.headers)) {
    if (name === 'rsc' || name.startsWith('next-')) delete request.headers[name]
  }
  return 'private'
}
