import { languages } from '#lib/content/languages.ts'
import { preferredLanguage } from '#lib/content/preferred-language.ts'
import { readAtMost } from '#lib/security/read-at-most.ts'
import { stopBroadcasts } from '#lib/signatures/stop-broadcasts.ts'
import { ONE_CLICK_BODY } from '#lib/signatures/unsubscribe-link.ts'

const LARGEST_CALL_BYTES = 2 * 1024

/** Mail programs may also send the one field as multipart (RFC 8058, section 3.1). */
const MULTIPART = /name="?List-Unsubscribe"?\r\n(?:[^\r\n]+\r\n)*\r\nOne-Click\r\n/

/**
 * One click in a mail program stops the broadcasts: no session, no page of ours before it. Whatever was
 * known of the link, the answer is the same.
 */
export async function POST(request: Request) {
  const body = await readAtMost(request.body, LARGEST_CALL_BYTES)
  if (body === null) return new Response(null, { status: 413 })
  if (body.trim() !== ONE_CLICK_BODY && !MULTIPART.test(body)) {
    return new Response(null, { status: 403 })
  }
  await stopBroadcasts(new URL(request.url).searchParams, 'one-click')
  return new Response(null, { status: 200 })
}

/** A person who opens the address of the header gets the page with its button; nothing changes. */
export function GET(request: Request) {
  const language = preferredLanguage(request.headers.get('accept-language'), languages())
  const { search } = new URL(request.url)
  return new Response(null, {
    status: 303,
    headers: { Location: `/${language}/unsubscribe${search}`, 'Cache-Control': 'no-store' },
  })
}
