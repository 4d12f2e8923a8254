import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SITE_CHECK_HEADER } from '#lib/security/site-check.ts'
import { checkProxy } from '../../../bin/support/doctor/check-proxy.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const DATA_FOLDER = mkdtempSync(join(tmpdir(), 'open-letter-doctor-'))

const PROXIES = { TRUSTED_PROXY_HOPS: 1, TRUSTED_PROXIES: ['loopback'], DATA_FOLDER }

const proxy = createServer(passOn)

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite({ DATA_FOLDER })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
})
afterAll(async () => {
  proxy.close()
  await site.stop()
  rmSync(DATA_FOLDER, { recursive: true, force: true })
})

/** What nginx does with $proxy_add_x_forwarded_for. */
function passOn(incoming: IncomingMessage, outgoing: ServerResponse) {
  const before = incoming.headers['x-forwarded-for']
  const written = [before, incoming.socket.remoteAddress].filter(Boolean).join(', ')
  const headers = { ...incoming.headers, 'x-forwarded-for': written }
  const { method, url } = incoming
  ask(`${site.address}${url}`, { method, headers }, answer => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  }).end()
}

const proxyUrl = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`

test('through its one proxy all is well', async () => {
  const findings = await checkProxy({ ...PROXIES, SITE_URL: proxyUrl() })
  expect(findings.every(({ isFine }) => isFine)).toBe(true)
  expect(findings.at(-1)?.says).toBe('Proxies in front: 1. This machine arrives as 127.0.0.1.')
})

test('past the proxy anyone can claim any address, and is told so', async () => {
  const findings = await checkProxy({ ...PROXIES, SITE_URL: site.address })
  expect(findings.at(-1)).toMatchObject({ isFine: false })
  expect(findings.at(-1)?.says).toContain('Anyone can claim any address')
})

test('an address where nobody is, and one where somebody else is, are told', async () => {
  const [nobody] = await checkProxy({ ...PROXIES, SITE_URL: 'http://127.0.0.1:9' })
  expect(nobody?.says).toMatch(/cannot be reached from here/)
  const elsewhere = mkdtempSync(join(tmpdir(), 'open-letter-elsewhere-'))
  const [other] = await checkProxy({ ...PROXIES, DATA_FOLDER: elsewhere, SITE_URL: proxyUrl() })
  rmSync(elsewhere, { recursive: true })
  expect(other?.says).toMatch(/is not the site of this machine/)
})

test('Idris, who cannot read the data folder, learns nothing of what arrives', async () => {
  for (const nonce of ['0'.repeat(64), '', 'x', '../app-secret']) {
    const { body } = await site.ask('/api/health', { headers: { [SITE_CHECK_HEADER]: nonce } })
    expect(JSON.parse(body)).toEqual({ status: 'ok' })
  }
})
