import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Recorded } from './bare-server.ts'

const BARE_SERVER = fileURLToPath(new URL('bare-server.ts', import.meta.url))
const ENCODINGS = ['br', 'gzip', '']
const LENGTH_AND_CODING = ['content-type', 'content-encoding']
const CONFIRM = '/fr/confirm'
const CONFIRMED = '/fr/confirm/confirmed'

/**
 * Starts the bare server, which sends to all what the site sends now.
 * @param link path of a link of a mail that nobody has pressed yet
 */
export async function startBareServer(
  site: { url: string; host: string },
  link: string,
  databaseUrl: string,
) {
  const pages: Recorded['pages'] = {}
  const shown = ['/fr', '/en', '/fr/signatories', '/en/signatories', CONFIRMED]
  for (const encoding of ENCODINGS) {
    for (const path of shown) pages[`${path} ${encoding}`] = await record(site, path, encoding)
    pages[`${CONFIRM} ${encoding}`] = await record(site, link, encoding)
  }
  const child = fork(BARE_SERVER)
  const recorded: Recorded = { databaseUrl, pages, confirmPath: CONFIRM, confirmedPath: CONFIRMED }
  child.send(recorded)
  const [{ port }] = await once(child, 'message')
  return { url: `http://localhost:${port}`, stop: () => child.disconnect() }
}

function record({ url, host }: { url: string; host: string }, path: string, encoding: string) {
  return new Promise<Recorded['pages'][string]>((resolve, reject) => {
    const asked = { host, 'accept-encoding': encoding, accept: 'text/html' }
    const outgoing = request(`${url}${path}`, { headers: asked, agent: false }, async answer => {
      const body = await buffer(answer)
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}.`))
      const kept = LENGTH_AND_CODING.flatMap(name => {
        const value = answer.headers[name]
        return value === undefined ? [] : [[name, String(value)]]
      })
      resolve({ headers: Object.fromEntries(kept), body: body.toString('base64') })
    })
    outgoing.on('error', reject).end()
  })
}
