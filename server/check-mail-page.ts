// Page after signing: made once, and the address that was typed filled in (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { languages } from '#lib/content/languages.ts'
import { cutAtEachPlace, fillEachPlace } from '#lib/text/places.ts'
import { CHECK_MAIL_PAGE, typedBefore } from './after-signing.ts'
import { type Filled, type Make, pageTemplates } from './page-templates.ts'

const fillIn = pageTemplates(cutAtEachPlace)

/**
 * The page after signing with the address that was typed, without asking Next for it.
 * @returns 'next' where Next makes the page, which then shows none
 */
export async function showTypedAddress(request: IncomingMessage, make: Make): Promise<Filled> {
  const [path = '', locale = ''] = CHECK_MAIL_PAGE.exec(request.url ?? '') ?? []
  const address = typedBefore(request)
  if (!address || !languages().includes(locale)) return 'next'
  const filled = await fillIn(path, request, make, page => fillEachPlace(page, { address }))
  if (filled && filled !== 'next') filled.headers['cache-control'] = 'private, no-store'
  return filled
}
