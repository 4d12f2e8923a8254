// Refused forms: what was typed stays, without scripts too, up to the 64 kB that a form may have; one page of Next more.
import type { IncomingMessage } from 'node:http'
import {
  FORM_PAGE_HEADER,
  isSentByScript,
  packRefusedForm,
  REFUSED_FORM_HEADER,
} from '#lib/security/refused-form.ts'
import type { Answer } from './answer.ts'
import { ownRequest } from './own-request.ts'

/** Of an answer that refuses a form, what its page says, too. */
const KEPT = ['retry-after', 'cache-control']

/**
 * The page with the form in place of an answer that refuses one: the handler says which page it is and what
 * is wrong, as data, and the page is made in the same breath. So what was typed travels in no address,
 * no cookie and no store, may be as long as a form may be, and works in a frame of another site.
 * Our own script gets the data.
 * @param make asks Next for a page; null where nobody waits for it any more
 */
export async function showRefusedForm(
  answer: Answer,
  request: IncomingMessage,
  make: (request: IncomingMessage) => Promise<Answer | null>,
): Promise<Answer | null> {
  const { [FORM_PAGE_HEADER]: page, ...headers } = answer.headers
  if (!page) return answer
  if (isSentByScript(request.headers.accept)) return { ...answer, headers }
  const refused = { [REFUSED_FORM_HEADER]: packRefusedForm(answer.body.toString()) }
  const shown = await make(ownRequest(String(page), refused, request))
  if (!shown) return null
  const kept = KEPT.flatMap(name => (headers[name] === undefined ? [] : [[name, headers[name]]]))
  return {
    ...shown,
    // Next says 200 of every page that it makes.
    status: shown.status === 200 ? answer.status : shown.status,
    headers: { ...shown.headers, ...Object.fromEntries(kept) },
  }
}
