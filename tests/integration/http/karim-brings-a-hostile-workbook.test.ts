import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONGEST_CELL } from '#lib/content/limits.ts'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aWorkbook, manyTimes } from '../../support/fakes/workbooks.ts'
import { signInByRows } from '../../support/people/organiser-session.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { newVisitor } from '../../support/site/signing-over-http.ts'

let site: RunningSite
let cookie: string

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite()
  const run = (sql: string, ...values: unknown[]) => database.$executeRawUnsafe(sql, ...values)
  cookie = `__Host-organiser=${await signInByRows(run, { role: 'moderator' })}`
})
afterAll(() => site.stop())

/** Sends a list as the page does; where it leads. */
async function bring(file: Uint8Array) {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(file)]), 'list.xlsx')
  const encoded = new Response(form)
  const answer = await site.ask('/fr/organisers/paper/upload', {
    method: 'POST',
    headers: {
      ...OUR_PAGE,
      ...newVisitor(),
      cookie,
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  })
  expect(answer.status).toBe(303)
  return answer.headers.location
}

/** Reads the letter until something else is done; the longest that it took, as a share of all that time. */
async function readMeanwhile(done: Promise<unknown>) {
  let isDone = false
  const ended = done.finally(() => {
    isDone = true
  })
  const startedAt = performance.now()
  let longestMs = 0
  while (!isDone) {
    const began = performance.now()
    const answer = await site.ask('/fr', { headers: newVisitor() })
    expect(answer.status).toBe(200)
    longestMs = Math.max(longestMs, performance.now() - began)
    await wait(20)
  }
  await ended
  return longestMs / (performance.now() - startedAt)
}

const cells = (piece: string, times: number) =>
  Buffer.concat([Buffer.from('<row>'), manyTimes(piece, times), Buffer.from('</row>')])

test.each([
  ['28 million empty cells in a row', () => cells('<c/>', 28e6), '', 'too-many-columns'],
  [
    'a text that fills the memory of whoever unfolds it',
    () => manyTimes(`<row>${'<c t="s"><v>0</v></c>'.repeat(49)}</row>`, 90_000),
    `<si><t>${'a'.repeat(LONGEST_CELL)}</t></si>`,
    'too-much',
  ],
] as const)(
  '%s: she is told so, and whoever reads the letter does not notice',
  async (...story) => {
    const [, rows, texts, fault] = story
    const workbook = aWorkbook(rows(), texts)
    await site.ask('/fr', { headers: newVisitor() })
    const brought = bring(workbook)
    const longest = await readMeanwhile(brought)
    expect(await brought).toBe(`/fr/organisers/paper?fault=${fault}`)
    // Whoever waited for it would have waited to its end, on a busy machine too.
    expect(longest).toBeLessThan(0.5)
  },
)

test('the site is the same process afterwards, and reads her next list', async () => {
  const led = await bring(Buffer.from('sep=;\nNom;Pays\nZoé Marchand;Cote d Ivoire\n'))
  expect(led).toMatch(/^\/fr\/organisers\/paper\/[0-9a-f-]{36}$/)
  expect(await database.paperRow.count()).toBe(1)
})
