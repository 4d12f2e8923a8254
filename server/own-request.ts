// Own requests: what the server asks Next for itself, a page in place of another answer or one with places.
import { IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { PAGE_PATH_HEADER } from '#lib/security/page-path.ts'
import { HeldResponse } from './held-response.ts'
import { isOfRouter } from './known-requests.ts'

/** What belongs to the body of a form, and not to the request for a page. */
const OF_THE_BODY = ['content-length', 'content-type', 'transfer-encoding', 'expect']

/** A request for a page on behalf of whoever sent another one, with headers that nobody else may send. */
export function ownRequest(
  page: string,
  own: Record<string, string>,
  { socket, headers }: IncomingMessage,
) {
  const request = new IncomingMessage(socket)
  const kept = Object.entries(headers).filter(
    ([name]) => !OF_THE_BODY.includes(name) && !isOfRouter(name),
  )
  request.method = 'GET'
  request.url = page
  request.headers = { ...Object.fromEntries(kept), [PAGE_PATH_HEADER]: page, ...own }
  request.push(null)
  return request
}

/** A page's HTML as Next makes it where nobody has asked for it. */
export async function renderPage(
  path: string,
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url: path, headers: { host: 'localhost' } })
  request.push(null)
  const response = new HeldResponse(request)
  const answer = await response.hold(
    () => true,
    () => handle(request, response),
  )
  return answer?.body.toString() ?? ''
}
