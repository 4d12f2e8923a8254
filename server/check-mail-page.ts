// Page after signing: made once, and the address that was typed filled in (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { languages } from '#lib/content/languages.ts'
import { cutAtEachPlace, fillEachPlace } from '#lib/text/places.ts'
import { CHECK_MAIL_PAGE, typedBefore } from './after-signing.ts'
import type { Answer } from './answer.ts'
import { type Make, pageTemplates } from './page-templates.ts'

const templateOf = pageTemplates(cutAtEachPlace)

/**
 * The page after signing with the address that was typed, without asking Next for it.
 * @returns 'next' where Next makes the page, which then shows none
 */
export async function showTypedAddress(
  request: IncomingMessage,
  make: Make,
): Promise<Answer | null | 'next'> {
  const [path = '', locale = ''] = CHECK_MAIL_PAGE.exec(request.url ?? '') ?? []
  const address = typedBefore(request)
  if (!address || !languages().includes(locale)) return 'next'
  const template = await templateOf(path, request, make)
  if (typeof template !== 'object' || !template) return template
  const body = Buffer.from(fillEachPlace(template.page, { address }))
  const headers = { ...template.answer.headers, 'cache-control': 'private, no-store' }
  return { ...template.answer, headers, body }
}
