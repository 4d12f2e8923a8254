import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import {
  clientNetwork,
  clientNetworks,
  networkHash,
  widestNetwork,
} from '#lib/security/client-network.ts'

const namesOf = (address: string) => clientNetworks(address).map(({ network }) => network)
const anIpv4 = fc.tuple(fc.integer({ min: 1, max: 255 }), fc.nat(255), fc.nat(255), fc.nat(255))
const group = fc.nat(0xffff)

/** Of the whole space that is given out (2000::/3), but for 6to4 and Teredo. */
const anIpv6 = fc
  .array(group, { minLength: 8, maxLength: 8 })
  .map(([first = 0, ...rest]) => [(first & 0x1fff) | 0x2000, ...rest])
  .filter(([first, second]) => first !== 0x2002 && !(first === 0x2001 && second === 0))

const written = (groups: number[]) => groups.map(part => part.toString(16)).join(':')
const hex = ([a = 0, b = 0, c = 0, d = 0]: number[]) =>
  `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`

describe('the networks that a client is in', () => {
  test.each([
    ['203.0.113.9', ['203.0.113.9/32', '203.0.113.0/24']],
    ['2001:db8:1:2ff::5', ['2001:db8:1:2ff::/64', '2001:db8:1:200::/56', '2001:db8:1::/48']],
    ['2001:DB8:0001:02FF::5', ['2001:db8:1:2ff::/64', '2001:db8:1:200::/56', '2001:db8:1::/48']],
    ['fe80::1%eth0', ['fe80::/64', 'fe80::/56', 'fe80::/48']],
    ['::1', ['::/64', '::/56', '::/48']],
    ['', ['']],
    ['0177.0.0.1', ['0177.0.0.1']],
    ['camille@example.org', ['camille@example.org']],
  ])('%s', (address, networks) => {
    expect(namesOf(address)).toEqual(networks)
    expect(clientNetwork(address)).toBe(networks[0])
    expect(widestNetwork(address)).toBe(networks.at(-1))
  })

  test('a larger one may consumeRateLimit more, and never less', () => {
    for (const address of ['203.0.113.9', '2001:db8::1']) {
      const times = clientNetworks(address).map(network => network.times)
      expect(times[0]).toBe(1)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(new Set(times).size).toBe(times.length)
    }
  })

  test('of any address of IPv6: its first 64, 56 and 48 bits, and nothing of the rest', () => {
    fc.assert(
      fc.property(anIpv6, anIpv6, (mine, other) => {
        const [, , , fourth = 0] = mine
        const host = other.slice(4)
        const sameHome = [...mine.slice(0, 3), (fourth & 0xff00) | 0x5a, ...host]
        const sameSite = [...mine.slice(0, 3), fourth ^ 0x0100, ...host]
        const sameHouse = [...mine.slice(0, 4), ...host]
        const [house, home, site] = namesOf(written(mine))
        expect(namesOf(written(sameHouse))).toEqual([house, home, site])
        expect(namesOf(written(sameHome)).slice(1)).toEqual([home, site])
        expect(namesOf(written(sameSite))[1]).not.toBe(home)
        expect(namesOf(written(sameSite))[2]).toBe(site)
        const elsewhere = [mine[0] ?? 0, mine[1] ?? 0, (mine[2] ?? 0) ^ 1, ...mine.slice(3)]
        expect(namesOf(written(elsewhere))[2]).not.toBe(site)
      }),
    )
  })

  test('however an address is written, it is in the same networks', () => {
    fc.assert(
      fc.property(anIpv6, groups => {
        const address = new ipaddr.IPv6(groups)
        const spellings = [
          address.toNormalizedString(),
          address.toRFC5952String(),
          address.toNormalizedString().toUpperCase(),
        ]
        for (const spelling of spellings)
          expect(namesOf(spelling)).toEqual(namesOf(written(groups)))
      }),
    )
  })

  test('all of one /24 are in it, and nobody else', () => {
    fc.assert(
      fc.property(anIpv4, fc.nat(255), ([a, b, c, d], host) => {
        const widest = `${a}.${b}.${c}.0/24`
        expect(namesOf(`${a}.${b}.${c}.${d}`)).toEqual([`${a}.${b}.${c}.${d}/32`, widest])
        expect(widestNetwork(`${a}.${b}.${c}.${host}`)).toBe(widest)
        expect(widestNetwork(`${a}.${b}.${c ^ 1}.${host}`)).not.toBe(widest)
      }),
    )
  })
})

describe('an address of IPv6 that stands for one of IPv4 is that one', () => {
  const ways: [string, (octets: number[], any: number) => string][] = [
    ['IPv4-mapped', octets => `::ffff:${octets.join('.')}`],
    ['IPv4-compatible', octets => `::${hex(octets)}`],
    ['IPv4-translated', octets => `::ffff:0:${octets.join('.')}`],
    ['NAT64', octets => `64:ff9b::${octets.join('.')}`],
    ['NAT64 of one’s own', octets => `64:ff9b:1::${hex(octets)}`],
    ['6to4, whatever stands behind', (octets, any) => `2002:${hex(octets)}:${any.toString(16)}::1`],
    [
      'Teredo, by whatever server and port',
      (octets, any) =>
        `2001:0:${any.toString(16)}:1:8000:${any.toString(16)}:${hex(octets.map(o => o ^ 255))}`,
    ],
  ]
  test.each(ways)('%s', (_, within) => {
    fc.assert(
      fc.property(anIpv4, group, (octets, any) => {
        expect(namesOf(within(octets, any))).toEqual(namesOf(octets.join('.')))
      }),
    )
  })

  test('so nobody is 65,536 people by a /48 of 6to4, and Teredo’s users are not one', () => {
    expect(widestNetwork('2002:c633:6407:1::1')).toBe(widestNetwork('2002:c633:6407:ffff::1'))
    expect(widestNetwork('2001:0:1:1::1:1')).not.toBe(widestNetwork('2001:0:1:1::ffff:1'))
  })
})

test('what is kept of a network names neither it nor what else it was kept for', () => {
  const hash = networkHash('network', '203.0.113.9')
  expect(hash).toBe(networkHash('network', '203.0.113.77'))
  expect(hash).not.toBe(networkHash('report', '203.0.113.9'))
  expect(hash).not.toContain('203')
})
