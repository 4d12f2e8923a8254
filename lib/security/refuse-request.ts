import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Refusal as FormRefusal, type SaidRefusal, sayRefusal } from './refusal-page.ts'
import { contentSecurityPolicy } from './security-headers.ts'

/** Texts of refusals, in the languages of whoever may read them. */
const REFUSALS = {
  400: 'This request cannot be read. / Cette demande est illisible.\n',
  403: 'This form was not sent from our site. Open the letter and try again. / Ce formulaire ne vient pas de notre site. Ouvrez la lettre et réessayez.\n',
  404: 'There is nothing here. / Il n’y a rien ici.\n',
  405: 'This address cannot be used like this. / Cette adresse ne s’utilise pas ainsi.\n',
  409: 'The site has changed since this form was opened. Go back, load the page again and send it once more. / Le site a changé depuis l’ouverture de ce formulaire. Revenez en arrière, rechargez la page et envoyez-le de nouveau.\n',
  413: 'This is too long. / C’est trop long.\n',
  414: 'This address is too long. / Cette adresse est trop longue.\n',
}

type Refusal = keyof typeof REFUSALS

/** Bytes of a refused body that are drained, more than any file that is sent by mistake. */
const LARGEST_DRAINED_BYTES = 64 * 1024 * 1024

/** Refuses a request in words and drains its body. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, status: Refusal) {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy([], request.url ?? '/'))
  response.setHeader('Cache-Control', 'no-store')
  const { type, text } = refusalText(request, status)
  answerAndDrain(request, response, status, { 'Content-Type': type }, text)
}

/** A form gets its answer in its reader's language; anything else gets all languages. */
function refusalText(request: IncomingMessage, status: Refusal): SaidRefusal {
  const inAllLanguages = { type: 'text/plain; charset=utf-8', text: REFUSALS[status] }
  if (request.method !== 'POST') return inAllLanguages
  const refusal = formRefusalOf(request, status)
  return (refusal && sayRefusal(request, refusal)) ?? inAllLanguages
}

function formRefusalOf({ headers }: IncomingMessage, status: Refusal): FormRefusal | null {
  if (status === 400) return 'unreadable'
  if (status === 413) return 'too-large'
  if (status !== 403) return null
  return headers.origin === 'null' ? 'hidden-origin' : 'foreign'
}

/**
 * Answers at once and drains the body: a browser or proxy that is still sending when the connection ends does
 * not read the answer.
 */
function answerAndDrain(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  text: string,
) {
  const length = String(Buffer.byteLength(text))
  response.writeHead(status, { ...headers, 'Content-Length': length, Connection: 'close' })
  response.write(text)
  if (request.readableEnded) return void response.end()
  let drained = 0
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length
    if (drained > LARGEST_DRAINED_BYTES) response.end()
  })
  request.once('close', () => response.end())
}
