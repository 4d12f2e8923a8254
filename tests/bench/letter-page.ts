import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { saturate } from './load.ts'
import { inRounds, medians } from './rounds.ts'
import { type Row, whole } from './table.ts'

const LOAD = { connections: 32, seconds: 4 }
const ROUNDS = 3
const BARE_SERVER = fileURLToPath(new URL('bare-server.ts', import.meta.url))
const LENGTH_AND_CODING = ['content-type', 'content-encoding']

/** Requests a second of the letter page, beside a bare Node server that sends the same bytes. */
export async function measureLetterPage(site: string): Promise<Row[]> {
  const page = { url: `${site}/fr`, headers: { 'accept-encoding': 'identity' }, expected: 200 }
  const bare = await startBareServer(page.url)
  try {
    const results = await inRounds(ROUNDS, {
      ours: () => saturate(() => page, LOAD),
      bare: () => saturate(() => ({ ...page, url: bare.url }), LOAD),
    })
    const [ours, theirs] = [medians(results.ours), medians(results.bare)]
    return [
      ['`GET /fr`', `${whole(ours.perSecond)} requests/s, p95 ${whole(ours.p95)} ms`],
      [
        'a bare Node server, same bytes',
        `${whole(theirs.perSecond)} requests/s, p95 ${whole(theirs.p95)} ms`,
      ],
    ]
  } finally {
    bare.stop()
  }
}

async function startBareServer(like: string) {
  const page = await fetch(like, { headers: { 'accept-encoding': 'identity' } })
  const headers = Object.fromEntries(
    LENGTH_AND_CODING.flatMap(name =>
      page.headers.has(name) ? [[name, page.headers.get(name)]] : [],
    ),
  )
  const child = fork(BARE_SERVER)
  child.send({ body: Buffer.from(await page.arrayBuffer()).toString('base64'), headers })
  const [{ port }] = await once(child, 'message')
  return { url: `http://localhost:${port}/`, stop: () => child.disconnect() }
}
