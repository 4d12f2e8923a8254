// Pages for everyone: the list's first page, 25 ms of the processor for each reader, costs 0.3 like the letter (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { typedBefore } from './after-signing.ts'

/** Below the language: what reads nothing of a request but its address, whatever Next takes it for. */
const PAGES = [
  '',
  '/signatories',
  '/signatories?kind=individual',
  '/signatories?kind=organisation',
  '/statements',
  '/news',
  '/sign/check-your-mail',
  '/confirm/confirmed',
  '/confirm/already-confirmed',
  '/confirm/confirmed-before',
  '/confirm/withdrawn',
  '/confirm/closed',
  '/confirm/not-valid',
]

const LANGUAGE = /^\/[a-z-]{2,16}(?=[/?]|$)/i

/** Whether a page is the same for everyone who asks for it, with whatever cookie. */
export function isForEveryone({ url = '/' }: Pick<IncomingMessage, 'url'>) {
  return LANGUAGE.test(url) && PAGES.includes(url.replace(LANGUAGE, ''))
}

/** Takes the cookies off a request for such a page: what is not known cannot change what is shown. */
export function forgetCookies(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) {
  if (isForEveryone(request) && !typedBefore(request)) delete request.headers.cookie
}
