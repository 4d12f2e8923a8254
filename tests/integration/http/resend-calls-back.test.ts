import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  eventOf,
  signed,
  svixHeaders,
  WEBHOOK_SECRET,
} from '../../support/fakes/resend-webhooks.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille } from '../../support/people/signatories.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const WEBHOOK = '/api/webhooks/resend'
const TEN_MINUTES_MS = 600_000

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite({ RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET })
})
afterAll(() => site.stop())

const post = (body: string | Buffer[], headers: Record<string, string>) =>
  site.ask(WEBHOOK, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

test('case 23: a bad signature, an old moment, a repeated id', async () => {
  await signLetter(camille)
  const { id } = await database.mail.findFirstOrThrow()
  const body = eventOf({ type: 'email.delivered', mailId: id })
  const bad = { ...signed(body), signature: 'v1,c2lnbmVkIGJ5IGlkcmlz' }
  const old = signed(body, { at: new Date(Date.now() - TEN_MINUTES_MS) })
  expect((await post(body, svixHeaders(bad))).status).toBe(400)
  expect((await post(body, svixHeaders(old))).status).toBe(400)
  expect((await post(body, {})).status).toBe(400)
  expect(await database.mailEvent.count()).toBe(0)

  const good = svixHeaders(signed(body))
  for (const outcome of ['noted', 'repeated', 'repeated']) {
    const answer = await post(body, good)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ outcome })
  }
  expect(await database.mailEvent.count()).toBe(1)
})

test('no body may be large, and nothing is told by asking', async () => {
  const chunks = Array.from({ length: 3 }, () => Buffer.alloc(32 * 1024, 'x'))
  expect((await post(chunks, {})).status).toBe(413)
  expect((await site.ask(WEBHOOK)).status).toBe(405)
  expect(site.complaints()).toBe('')
})
