import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { smtpTransport } from '#lib/mail/smtp-transport.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { TEST_CERTIFICATE } from '../../support/fakes/test-certificate.ts'
import { passTime, sendDueMails } from '../../support/fakes/transport.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { amina, camille, details } from '../../support/people/signatories.ts'

const SHORT_TIMEOUT_MS = 1_000

type Taken = { to: string[]; message: string; isSecure: boolean }
type SignedIn = { username: string; password: string; isSecure: boolean }

let server: ChildProcess
let ports: { plain: number; starttls: number; smtps: number }
let taken: Taken[]
let signedIn: SignedIn[]
let transport: ReturnType<typeof smtpTransport>

beforeAll(async () => {
  server = fork('tests/support/fakes/fake-smtp-server.ts', { execArgv: [] })
  const [told] = await once(server, 'message')
  ports = told.ports
  server.on('message', (told: Taken | SignedIn) => {
    'to' in told ? taken.push(told) : signedIn.push(told)
  })
})
afterAll(async () => {
  server.kill()
  await once(server, 'exit')
})

beforeEach(async () => {
  await emptyDatabase()
  taken = []
  signedIn = []
  transport = transportTo(`smtp://127.0.0.1:${ports.plain}`)
})
afterEach(() => transport.close())

const transportTo = (url: string, more: { timeoutMs?: number } = {}) =>
  smtpTransport({ url, mailsPerSecond: 1_000, ...more })
const onlyMail = () => database.mail.findFirstOrThrow()
async function send() {
  await passTime()
  return sendDueMails(transport)
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
  transport.close()
  transport = transportTo(`smtp://127.0.0.1:${ports.plain}`, { timeoutMs: SHORT_TIMEOUT_MS })
  await signLetter(details({ email: 'silent@example.org' }))
  await send()
  expect(await onlyMail()).toMatchObject({ status: 'sending', sentAt: null })
  await send()
  await expect.poll(() => taken).toHaveLength(2)
  const ids = taken.map(({ message }) => /^Message-ID: (.*)$/im.exec(message)?.[1])
  expect(new Set(ids).size).toBe(1)
})

test('where there is no server the mails wait, and nobody wonders whether they arrived', async () => {
  await signLetter(camille)
  const nowhere = transportTo('smtp://127.0.0.1:9')
  await sendDueMails(nowhere)
  nowhere.close()
  expect(await onlyMail()).toMatchObject({ status: 'waiting', lastError: 'smtp_esocket' })
  await send()
  expect(await onlyMail()).toMatchObject({ status: 'sent' })
})

describe('through TLS', () => {
  const KNOWN_TO_NODE = getCACertificates('default')
  const trust = () => setDefaultCACertificates([...KNOWN_TO_NODE, TEST_CERTIFICATE])
  afterEach(() => setDefaultCACertificates(KNOWN_TO_NODE))

  const through = async (url: string) => {
    transport.close()
    transport = transportTo(url)
    await signLetter(camille)
    await send()
    return onlyMail()
  }
  const password = 'camille:kept%20secret'
  const starttls = () => `smtp://${password}@localhost:${ports.starttls}`
  const smtps = () => `smtps://${password}@localhost:${ports.smtps}`

  test.each([
    ['from the first byte', smtps],
    ['by STARTTLS', starttls],
  ])('%s, with a certificate that Node trusts', async (_, url) => {
    trust()
    expect(await through(url())).toMatchObject({ status: 'sent' })
    await expect.poll(() => taken).toMatchObject([{ to: [camille.email], isSecure: true }])
    const known = { username: 'camille', password: 'kept secret', isSecure: true }
    expect(signedIn).toEqual([known])
  })

  test.each([
    ['from the first byte, signed by nobody', smtps, false],
    ['by STARTTLS, signed by nobody', starttls, false],
    ['of another name', () => smtps().replace('localhost', '127.0.0.1'), true],
    ['of another name, by STARTTLS', () => starttls().replace('localhost', '127.0.0.1'), true],
  ])(
    'a certificate %s is refused: nothing is said, and the mail waits',
    async (_, url, isTrusted) => {
      if (isTrusted) trust()
      expect(await through(url())).toMatchObject({ status: 'waiting', sentAt: null })
      expect([signedIn, taken]).toEqual([[], []])
    },
  )

  test('or not at all where a password would be said aloud', async () => {
    const aloud = `smtp://${password}@localhost:${ports.plain}`
    expect(await through(aloud)).toMatchObject({ status: 'waiting', sentAt: null })
    expect([signedIn, taken]).toEqual([[], []])
  })
})
