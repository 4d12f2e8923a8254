import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { sendDueMails } from '#lib/mail/outbox/send-due-mails.ts'
import { smtpDoor } from '#lib/mail/smtp-door.ts'
import { signLetter } from '#lib/signatures/sign-letter.ts'
import { emptyDatabase } from '../../support/database.ts'
import { passTime } from '../../support/outbox.ts'
import { amina, camille, details } from '../../support/people.ts'

const SHORT_TIMEOUT_MS = 400

type Taken = { to: string[]; message: string }

let server: ChildProcess
let taken: Taken[]
let url: string
let door: ReturnType<typeof smtpDoor>

beforeAll(async () => {
  server = fork('tests/support/smtp-server-process.ts', { execArgv: [] })
  const [{ port }] = await once(server, 'message')
  url = `smtp://127.0.0.1:${port}`
  server.on('message', (mail: Taken) => taken.push(mail))
})
afterAll(async () => {
  server.kill()
  await once(server, 'exit')
})

beforeEach(async () => {
  await emptyDatabase()
  taken = []
  door = smtpDoor({ url, mailsPerSecond: 1_000, timeoutMs: SHORT_TIMEOUT_MS })
})
afterEach(() => door.close())

const onlyMail = () => database.mail.findFirstOrThrow()
async function send() {
  await passTime()
  return sendDueMails(door)
}

test('a mail server takes Camille’s mail with both twins, under the id of its row', async () => {
  await signLetter(camille)
  await send()
  const { id, status } = await onlyMail()
  expect(status).toBe('sent')
  await expect.poll(() => taken).toHaveLength(1)
  expect(taken[0]?.to).toEqual([camille.email])
  const message = taken[0]?.message ?? ''
  expect(message).toContain(`Message-ID: <${id}@localhost>`)
  expect(message).toContain('Content-Type: text/plain; charset=utf-8')
  expect(message).toContain('Content-Type: text/html; charset=utf-8')
  expect(message).not.toMatch(/^X-Mailer/im)
})

test('each mail is handed over by itself, and one that is refused holds no other', async () => {
  for (const email of ['550.gone@example.org', camille.email, amina.email]) {
    await signLetter(details({ email }))
  }
  while ((await send()) > 0);
  await expect.poll(() => taken).toHaveLength(2)
  const failed = await database.mail.findMany({ where: { status: 'failed' } })
  expect(failed.map(({ lastError }) => lastError)).toEqual(['smtp_550'])
  expect(JSON.stringify(failed)).not.toContain('@')
})

test('a refusal for now is tried again; a lost answer too, under the same Message-ID', async () => {
  await signLetter(details({ email: '451.greylisted@example.org' }))
  await send()
  expect(await onlyMail()).toMatchObject({ status: 'waiting', lastError: 'smtp_451' })
  await emptyDatabase()
  await signLetter(details({ email: 'silent@example.org' }))
  await send()
  expect(await onlyMail()).toMatchObject({ status: 'sending', sentAt: null })
  await send()
  await expect.poll(() => taken).toHaveLength(2)
  const ids = taken.map(({ message }) => /^Message-ID: (.*)$/im.exec(message)?.[1])
  expect(new Set(ids).size).toBe(1)
})

test('where there is no server the mails wait', async () => {
  await signLetter(camille)
  const nowhere = smtpDoor({ url: 'smtp://127.0.0.1:9', mailsPerSecond: 5, timeoutMs: 500 })
  await sendDueMails(nowhere)
  nowhere.close()
  expect((await onlyMail()).status).not.toBe('failed')
  await send()
  expect(await onlyMail()).toMatchObject({ status: 'sent' })
})
