import { Resolver } from 'node:dns/promises'
import { describe, expect, test } from 'vitest'
import { judgeDatabase } from '../../../bin/support/doctor/check-database.ts'
import { checkDisk, judgeDisk, judgeMemory } from '../../../bin/support/doctor/check-machine.ts'
import { FORGED_ADDRESS, judgeArrival } from '../../../bin/support/doctor/check-proxy.ts'
import { checkSenderDomain } from '../../../bin/support/doctor/sender-domain.ts'
import { startFakeNameServer } from '../../support/fakes/fake-name-server.ts'

type Findings = { isFine: boolean; says: string }[]

const faultsOf = (findings: Findings) =>
  findings.filter(({ isFine }) => !isFine).map(({ says }) => says)

describe('the sender’s domain', () => {
  const ALL_RIGHT = {
    'send.letter.example.org': ['v=spf1 include:amazonses.com ~all'],
    'resend._domainkey.letter.example.org': [`p=${'A'.repeat(300)}`],
    '_dmarc.example.org': ['v=DMARC1; p=none'],
  }

  async function faultsWith(
    records: Record<string, string[] | null>,
    isResend = true,
    key?: string,
  ) {
    const dns = new Resolver({ timeout: 5_000, tries: 1 })
    dns.setServers([await startFakeNameServer({ ...ALL_RIGHT, ...records })])
    return faultsOf(await checkSenderDomain('letter.example.org', isResend, key, dns))
  }

  test('is well where all three records are there, the policy at the domain above', async () => {
    expect(await faultsWith({})).toEqual([])
  })

  test.each([
    ['send.letter.example.org', [], /^SPF: send\.letter\.example\.org has no TXT record/],
    ['send.letter.example.org', ['google-site-verification=x'], /^SPF: .* has no TXT record/],
    ['send.letter.example.org', ['v=spf1 ~all', 'v=spf1 -all'], /^SPF: .* has 2 such records/],
    ['send.letter.example.org', ['v=spf1 mx +all'], /^SPF: .* lets everyone send/],
    ['resend._domainkey.letter.example.org', [], /^DKIM: there is no key/],
    ['resend._domainkey.letter.example.org', ['v=DKIM1; p='], /^DKIM: the key .* was withdrawn/],
    [
      '_dmarc.example.org',
      ['v=spf1'],
      /^DMARC: there is no policy at _dmarc\.letter\.example\.org/,
    ],
  ])('%s with %j is told, with what to do', async (name, texts, sentence) => {
    const faults = await faultsWith({ [name]: texts })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(sentence)
    expect(faults[0]).toMatch(/Add|Make|End/)
  })

  test('of a mail server of one’s own is the domain itself, and the key that one names', async () => {
    const own = { 'letter.example.org': ['v=spf1 mx -all'] }
    expect(await faultsWith(own, false)).toEqual([])
    expect(await faultsWith(own, false, 'autumn')).toEqual([
      expect.stringContaining('autumn._domainkey.letter.example.org'),
    ])
  })

  test('is no fault of the domain where a name server does not know', async () => {
    const asked = faultsWith({ 'send.letter.example.org': null })
    await expect(asked).rejects.toThrow(/got no answer \(ESERVFAIL\)/)
  })
})

describe('what arrives through the proxies', () => {
  const settings = {
    SITE_URL: 'https://letter.example.org',
    TRUSTED_PROXY_HOPS: 1,
    TRUSTED_PROXIES: ['loopback', 'private'],
  }
  const arrived = {
    peer: '127.0.0.1',
    forwardedFor: [FORGED_ADDRESS, '198.51.100.7'],
    proto: 'https',
    host: 'letter.example.org',
    client: '198.51.100.7',
  }

  test('is well where the proxy wrote down who asked, and nobody believes who lies', () => {
    expect(faultsOf(judgeArrival(arrived, settings))).toEqual([])
    const replaced = { ...arrived, forwardedFor: ['198.51.100.7'] }
    expect(faultsOf(judgeArrival(replaced, settings))).toEqual([])
  })

  test('tells a number of hops that is too large: anyone could claim any address', () => {
    const lied = { ...arrived, client: FORGED_ADDRESS }
    const [fault] = faultsOf(judgeArrival(lied, { ...settings, TRUSTED_PROXY_HOPS: 2 }))
    expect(fault).toMatch(/Anyone can claim any address.*Set it to 1\./)
  })

  test('tells one that is too small: everyone would be one client', () => {
    const [fault] = faultsOf(judgeArrival(arrived, { ...settings, TRUSTED_PROXY_HOPS: 0 }))
    expect(fault).toMatch(/everyone seems to come from one of them\. Set it to 1\./)
  })

  test('tells a proxy of a network that is not trusted, and one that writes nothing', () => {
    const strange = { ...arrived, peer: '203.0.113.9', client: '203.0.113.9' }
    expect(faultsOf(judgeArrival(strange, settings))[0]).toContain('TRUSTED_PROXIES')
    const silent = { ...arrived, forwardedFor: [], client: '127.0.0.1' }
    expect(faultsOf(judgeArrival(silent, settings))[0]).toContain('no proxy wrote X-Forwarded-For')
  })
})

describe('the database', () => {
  const health = {
    name: '18.6',
    version: 180_006,
    clockAheadMs: 20,
    hasTrigrams: true,
    hasTables: true,
    mayMakeTables: true,
    mayChangeAuditLog: false,
  }
  const faultsWith = (other: Partial<typeof health>) =>
    faultsOf(judgeDatabase({ ...health, ...other }, health, false))

  test('is well', () => {
    expect(faultsWith({})).toEqual([])
  })

  test.each([
    [{ name: '18.3', version: 180_003 }, /18\.\d+ mends holes of it\. Update the server/],
    [{ name: '13.23', version: 130_023 }, /nobody mends its holes any more/],
    [{ name: '12.22', version: 120_022 }, /needs 13 or newer/],
    [{ mayMakeTables: false }, /GRANT CREATE ON SCHEMA public/],
    [{ hasTrigrams: false }, /postgresql-contrib/],
    [{ clockAheadMs: 600_000 }, /600 s ahead of/],
    [{ clockAheadMs: -5_000 }, /5 s behind/],
  ])('%j is told, with what to do', (other, sentence) => {
    expect(faultsWith(other)).toEqual([expect.stringMatching(sentence)])
  })
})

describe('the machine', () => {
  test('disk and memory that run out are told', () => {
    expect(judgeDisk('.data', 2e9).isFine).toBe(true)
    expect(judgeDisk('.data', 1e8).says).toContain('make room')
    expect(judgeMemory(4e9).isFine).toBe(true)
    expect(judgeMemory(1e8).says).toContain('WEB_CONCURRENCY=1')
  })

  test('so is a folder that cannot be made', () => {
    expect(faultsOf(checkDisk('/dev/null/data'))[0]).toMatch(/cannot be written \(ENOTDIR\)/)
  })
})
