import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { SITE_URL } from '../site/running-site.ts'

const AT_ONCE = 8

/** Who is refused reads why, and tries again. */
const TRIES_AGAIN_AFTER_MS = 200

let visitors = 0

/** From all over the world: whoever signs many times from one place is made to wait for her mails. */
function newVisitor() {
  visitors += 1
  const [high, low] = [(visitors >> 7) & 127, visitors & 127]
  return { 'x-forwarded-for': `${20 + low}.${high}.7.9` }
}

/** A request to a balancer, each on a connection of its own. Status 0 where it broke off. */
export function askAt(port: number, path: string, options: { json?: object } = {}) {
  return new Promise<{ status: number; body: string }>(resolve => {
    const host = new URL(SITE_URL).host
    const json = options.json && JSON.stringify(options.json)
    const headers = { host, ...newVisitor(), ...(json && { 'content-type': 'application/json' }) }
    const method = json ? 'POST' : 'GET'
    const asked = request({ port, path, method, headers, agent: false }, response => {
      const { statusCode: status = 0 } = response
      text(response).then(
        body => resolve({ status, body }),
        () => resolve({ status: 0, body: '' }),
      )
    })
    asked.on('error', () => resolve({ status: 0, body: '' }))
    asked.end(json)
  })
}

/** People who sign one after the other, a few at once, until they are told to end. */
export function startCrowd(port: number, name: string) {
  const told: string[] = []
  const refused: string[] = []
  let isOver = false
  const sign = async (place: number) => {
    for (let turn = 0; !isOver; turn += 1) {
      const email = `${name}@machine${place}-${turn}.example`
      const json = { name: 'Camille Roux', email, consent: true }
      const { status } = await askAt(port, '/api/signatures', { json })
      if (status === 202) told.push(email)
      else {
        refused.push(email)
        await wait(TRIES_AGAIN_AFTER_MS)
      }
    }
  }
  const signing = Array.from({ length: AT_ONCE }, (_, place) => sign(place))
  return {
    /** Who was told "202": the signature was taken. */
    told,
    /** Whose request was refused or broke off. */
    refused,
    end: async () => {
      isOver = true
      await Promise.all(signing)
    },
  }
}
