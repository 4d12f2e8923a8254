// Site check: tells npm run doctor what of a request arrives through the proxies; one header is looked at, nothing else.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '#lib/env/env.ts'
import { clientAddress, type TrustedProxies } from '#lib/security/client-address.ts'
import { type ArrivedRequest, isSiteCheck, SITE_CHECK_HEADER } from '#lib/security/site-check.ts'

/** Answers the doctor of this machine (true), before anything of the request is replaced. */
export function isSiteChecked(
  request: IncomingMessage,
  response: ServerResponse,
  trustedProxies: TrustedProxies,
) {
  const { headers, socket } = request
  const shown = headers[SITE_CHECK_HEADER]?.toString()
  if (!isSiteCheck(shown, env.DATA_FOLDER)) return false
  const forwardedFor = headers['x-forwarded-for']?.toString()
  const arrived: ArrivedRequest = {
    peer: socket.remoteAddress ?? '',
    forwardedFor: (forwardedFor ?? '')
      .split(',')
      .map(each => each.trim())
      .filter(Boolean),
    proto: headers['x-forwarded-proto']?.toString() ?? '',
    host: headers.host ?? '',
    client: clientAddress(socket.remoteAddress, forwardedFor, trustedProxies),
  }
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(arrived))
  return true
}
