import { IncomingMessage, type ServerResponse } from 'node:http'
import { PAGE_PATH_HEADER } from '#lib/security/page-path.ts'
import {
  FORM_PAGE_HEADER,
  isSentByScript,
  packRefusedForm,
  REFUSED_FORM_HEADER,
} from '#lib/security/refused-form.ts'
import { holdAnswer } from './whole-answer.ts'

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown

/** What belongs to the body of a form, and not to the request for a page. */
const OF_THE_BODY = ['content-length', 'content-type', 'transfer-encoding', 'expect']

/**
 * Makes the page with the form of an answer that refuses one: the handler says which page it is and what
 * is wrong, as data, and the page is made in the same breath. So what was typed travels in no address,
 * no cookie and no store, may be as long as a form may be, and works in a frame of another site.
 * Our own script gets the data. Must be called before the request is handled.
 */
export function showRefusedForms(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
) {
  if (request.method !== 'POST') return
  const known = new Set(response.getHeaderNames())
  let page = ''
  const isRefused = () => {
    page = String(response.getHeader(FORM_PAGE_HEADER) ?? '')
    response.removeHeader(FORM_PAGE_HEADER)
    return page !== '' && !isSentByScript(request.headers.accept)
  }
  holdAnswer(response, isRefused, body => {
    const { statusCode } = response
    const kept = ['retry-after', 'cache-control']
    for (const name of response.getHeaderNames()) {
      if (!known.has(name) && !kept.includes(name)) response.removeHeader(name)
    }
    keepStatus(response, statusCode)
    handle(requestFor(page, body.toString(), request), response)
  })
}

/** Next says 200 of every page that it makes. */
function keepStatus(response: ServerResponse, status: number) {
  holdAnswer(
    response,
    () => {
      if (response.statusCode === 200) response.statusCode = status
      return false
    },
    () => undefined,
  )
}

function requestFor(page: string, refused: string, { socket, headers }: IncomingMessage) {
  const request = new IncomingMessage(socket)
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_BODY.includes(name))
  request.method = 'GET'
  request.url = page
  request.headers = {
    ...Object.fromEntries(kept),
    [PAGE_PATH_HEADER]: page,
    [REFUSED_FORM_HEADER]: packRefusedForm(refused),
  }
  request.push(null)
  return request
}
