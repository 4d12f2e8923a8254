import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type KeptMessage, localMailboxTransport, readMailbox } from '#lib/mail/local-mailbox.ts'
import { startMailboxServer } from '#lib/mail/mailbox-server.ts'

const MESSAGE = {
  id: '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11',
  from: 'La lettre <no-reply@localhost>',
  to: 'camille.roux@example.org',
  subject: 'Confirmez <b>votre</b> signature',
  replyTo: 'team@example.org',
  html: '<p>Bonjour</p>',
  text: 'Bonjour <Camille>',
  headers: {},
}

let folder: string
let announced: KeptMessage[]
let mailbox: Awaited<ReturnType<typeof startMailboxServer>>

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'open-letter-mailbox-')), 'mailbox')
  announced = []
  const transport = localMailboxTransport(folder, message => announced.push(message))
  await transport.send({ id: 'first', messages: [MESSAGE] })
  mailbox = await startMailboxServer(folder, 0)
})

afterEach(async () => {
  await new Promise(resolve => mailbox.server.close(resolve))
  rmSync(join(folder, '..'), { recursive: true })
})

describe('the local mailbox', () => {
  test('keeps a message as a file that nobody else may read', () => {
    const files = readdirSync(folder)
    expect(files).toHaveLength(1)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, files[0] ?? '')).mode & 0o777).toBe(0o600)
    expect(readMailbox(folder)).toMatchObject([MESSAGE])
    expect(announced).toMatchObject([MESSAGE])
  })

  test('keeps a message that comes again once', async () => {
    const again = localMailboxTransport(folder, () => {})
    await again.send({ id: 'second', messages: [MESSAGE] })
    expect(readMailbox(folder)).toHaveLength(1)
  })

  test('shows its messages in a browser of this machine', async () => {
    const inbox = await get('/')
    expect(inbox.status).toBe(200)
    expect(inbox.body).toContain('Confirmez &lt;b&gt;votre&lt;/b&gt; signature')
    const page = await get(`/${MESSAGE.id}`)
    expect(page.body).toContain('Bonjour &lt;Camille&gt;')
    expect((await get(`/${MESSAGE.id}/html`)).body).toBe(MESSAGE.html)
  })

  test('may be cleared away while it is open', async () => {
    rmSync(folder, { recursive: true })
    expect((await get('/')).status).toBe(404)
  })

  test('runs no script of a message', async () => {
    const { headers, body } = await get(`/${MESSAGE.id}`)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(body).not.toMatch(/sandbox="[^"]*allow-scripts/)
  })

  test('is on a loopback address only', () => {
    expect(mailbox.server.address()).toMatchObject({ address: '127.0.0.1' })
  })

  test.each([
    ['a name that was pointed at this machine', { host: 'evil.example' }],
    ['a name that begins like ours', { host: 'localhost.evil.example' }],
    ['a name that ends like ours', { host: 'evil.example:80@localhost' }],
  ])('answers nobody who asks for %s', async (_, headers) => {
    expect(await get('/', headers)).toMatchObject({ status: 404, body: 'Not found' })
  })

  test.each(['/nobody', '/..%2f..%2fetc%2fpasswd', '/../app-secret', '//', `/${'9'.repeat(36)}`])(
    'has nothing at %s',
    async path => {
      expect((await get(path)).status).toBe(404)
    },
  )
})

type Answer = { status: number; headers: Record<string, unknown>; body: string }

function get(path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(mailbox.url)
  return new Promise<Answer>((resolve, reject) => {
    request({ hostname, port, path, headers, family: 4 }, async response => {
      const { statusCode: status = 0, headers } = response
      resolve({ status, headers, body: await text(response) })
    })
      .on('error', reject)
      .end()
  })
}
