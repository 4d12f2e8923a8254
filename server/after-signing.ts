// After signing: requests for the page that shows the address which was typed (server/check-mail-page.ts).
import type { IncomingMessage } from 'node:http'
import { typedAddressIn } from '#lib/security/typed-address.ts'

/** The page after signing, in any language. */
export const CHECK_MAIL_PAGE = /^\/([a-z-]{2,16})\/sign\/check-your-mail$/

/**
 * The address that was typed, where a browser that has just sent a form asks for the page after it; null for any
 * other request. What it gets is kept for nobody else.
 */
export function typedBefore({ method, url = '', headers }: Asked) {
  const isRead = method === 'GET' && !headers.rsc && CHECK_MAIL_PAGE.test(url)
  return isRead ? typedAddressIn(headers.cookie ?? '') : null
}

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>
