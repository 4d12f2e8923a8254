import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type Behaviour, startFakeResend } from '../../support/fakes/fake-resend.ts'
import { passTime } from '../../support/fakes/transport.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille } from '../../support/people/signatories.ts'
import { prepareMailWorker } from '../../support/site/mail-workers.ts'

/** Everything that may go wrong, in texts that name an address. */
const ACCIDENTS: Behaviour[] = [
  { does: 'refuse', error: 'internal_server_error' },
  { does: 'refuse', error: 'concurrent_idempotent_requests' },
  { does: 'answer', status: 500, body: `no mailbox ${camille.email}` },
  { does: 'answer', status: 200, body: `{"error":"${camille.email}"}` },
  { does: 'drop' },
]

let resend: Awaited<ReturnType<typeof startFakeResend>>

beforeAll(async () => {
  await emptyDatabase()
  resend = await startFakeResend()
})
afterAll(() => resend.stop())

test('whatever happens, no address and no token is printed or kept with the mail', async () => {
  await signLetter(camille)
  const worker = await prepareMailWorker(resend.url)
  resend.planned.push(...ACCIDENTS)
  worker.begin()
  const isSent = async () => {
    await passTime()
    return (await database.mail.findFirstOrThrow()).status
  }
  await expect.poll(isSent, { interval: 100 }).toBe('sent')
  await worker.stop()

  const printed = await worker.said
  const rows = JSON.stringify([
    await database.mail.findMany(),
    await database.mailBatch.findMany(),
    await database.mailThrottle.findMany(),
  ])
  const secrets = resend.delivered
    .flatMap(({ text = '' }) => [...text.matchAll(/token=([\w-]+)/g)])
    .map(([, token = '']) => token)
  expect(secrets.length).toBeGreaterThan(1)
  for (const secret of [...secrets, camille.email, 'Camille', '@example.org']) {
    expect(printed).not.toContain(secret)
    expect(rows).not.toContain(secret)
  }
})
