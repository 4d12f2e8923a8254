import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { builtFile } from '../../../bin/support/built.ts'
import { readKnownRequests } from '../../../bin/support/list-requests.ts'
import { oddRequests } from '../../support/checks/fuzz/requests.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { signInByRows } from '../../support/people/organiser-session.ts'
import { type RawRequest, sendRaw } from '../../support/site/raw-request.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const REQUESTS = 3_000
/** By then every page has been made once, and every program for it loaded. */
const WARM_UP = 2_000
const AT_ONCE = 16
/** Some eight seconds on a machine that has nothing else to do. */
const WITHIN_MS = 600_000
/** Sixteen at once, on a machine that has other work. */
const ANSWERED_WITHIN_MS = 90_000
const SEED = 20_261_129

/** As `npm start` has it: without a limit V8 lets garbage grow. */
const HEAP_MB = 512

/** What V8 may keep of its own accord: far less than 1,000 requests would leave if each kept a page. */
const MOST_GROWTH_BYTES = 100 * 1024 * 1024

const LEFT_OUT = /^(signOut|endOtherSessions|askDelivery|preparePack|makePackAgain)Action$/

let site: RunningSite
let port: number

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, [aSignature({ name: 'Camille Durand' })])
  const settings = {
    RESEND_WEBHOOK_SECRET: 'whsec_Zmlyc3Q=',
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  }
  site = await startRunningSite(settings, 'primary')
  port = Number(new URL(site.address).port)
})
afterAll(() => site.stop())

test(
  'whatever Idris asks, nothing fails, nothing grows, and the letter is still read',
  async () => {
    const session = await signInByRows((sql, ...values) =>
      database.$executeRawUnsafe(sql, ...values),
    )
    const odd = oddRequests(knownRequests(), `organiser=${session}`)
    const requests = fc.sample(odd, { numRuns: REQUESTS, seed: SEED })
    const warmUp = requests.splice(0, WARM_UP)
    const failed = await askAll(warmUp)
    const before = await site.memory()
    failed.push(...(await askAll(requests)))
    expect({ failed, complaints: site.complaints() }).toEqual({ failed: [], complaints: '' })
    expect((await site.memory()) - before).toBeLessThan(MOST_GROWTH_BYTES)
    expect((await site.ask('/fr')).status).toBe(200)
  },
  WITHIN_MS,
)

/** Without the acts that would end the session, or keep the machine busy for minutes. */
function knownRequests() {
  const known = readKnownRequests()
  const { node }: Manifest = JSON.parse(
    readFileSync(builtFile('server', 'server-reference-manifest.json'), 'utf8'),
  )
  const isLeftOut = (id: string) => LEFT_OUT.test(node[id]?.exportedName ?? '')
  const actions = Object.entries(known.actions).filter(([id]) => !isLeftOut(id))
  return { ...known, actions: Object.fromEntries(actions) }
}

type Manifest = { node: Record<string, { exportedName: string }> }

/** Those that the server had no good answer for. */
async function askAll(requests: RawRequest[]) {
  const left = [...requests]
  const failed: string[] = []
  const askInTurn = async () => {
    for (let request = left.pop(); request; request = left.pop()) {
      const { status } = await sendRaw(port, request, ANSWERED_WITHIN_MS)
      if (status >= 500 || status < 200) failed.push(inOneLine(status, request))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn))
  return failed
}

function inOneLine(status: number, { method, target, headers, body = '' }: RawRequest) {
  return `${status} ${method} ${target} ${JSON.stringify([headers.slice(2), body])}`
}
