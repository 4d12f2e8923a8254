import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin } from '#lib/env/ip-networks.ts'
import { clientAddress } from '#lib/security/client-address.ts'

const PROXY = '127.0.0.1'
const CLIENT = '198.51.100.7'
const LOCAL = ['loopback', 'private']

const seenBehind = (hops: number, forwardedFor?: string, peer = PROXY, networks = LOCAL) =>
  clientAddress(peer, forwardedFor, { hops, networks })

describe('who asks', () => {
  test.each([
    ['no proxy: a forged header is not believed', 0, '1.2.3.4', PROXY],
    ['no proxy, no header', 0, undefined, PROXY],
    ['one proxy: what it wrote', 1, CLIENT, CLIENT],
    ['one proxy: what the client put before is not believed', 1, `1.2.3.4, ${CLIENT}`, CLIENT],
    ['two proxies: what the outer one wrote', 2, `1.2.3.4, ${CLIENT}, 10.0.0.1`, CLIENT],
    ['two proxies, and the header came past one: who asked the inner one', 2, CLIENT, CLIENT],
    ['two proxies, and somebody went past the outer one', 2, `1.2.3.4, ${CLIENT}`, CLIENT],
    ['one proxy that wrote no address', 1, 'unknown', PROXY],
    ['one proxy that wrote nothing', 1, '', PROXY],
    ['spaces', 1, ` ${CLIENT} `, CLIENT],
    ['IPv6', 1, '2001:db8::1', '2001:db8::1'],
    ['a proxy that writes ports', 1, `${CLIENT}:47011`, CLIENT],
    ['the same with IPv6', 1, '[2001:db8::1]:4711', '2001:db8::1'],
    ['brackets alone', 1, '[2001:db8::1]', '2001:db8::1'],
    ['brackets around no address', 1, '[::1::]:80', PROXY],
    ['IPv4 within IPv6', 1, `::FFFF:${CLIENT}`, CLIENT],
  ])('%s', (_, hops, forwardedFor, address) => {
    expect(seenBehind(hops, forwardedFor)).toBe(address)
  })

  test.each([
    ['a stranger who connects himself', '203.0.113.9', LOCAL, '203.0.113.9'],
    ['a proxy of a public address that is listed', '203.0.113.9', ['203.0.113.0/24'], CLIENT],
    ['one that is listed by itself', '203.0.113.9', ['203.0.113.9'], CLIENT],
    ['its neighbour', '203.0.113.10', ['203.0.113.9'], '203.0.113.10'],
    ['a container beside ours', '172.17.0.2', LOCAL, CLIENT],
    ['the same on a dual-stack socket', '::ffff:172.17.0.2', LOCAL, CLIENT],
    ['a private network of IPv6', 'fd12::1', LOCAL, CLIENT],
    ['the link of one’s own', 'fe80::1%eth0', LOCAL, CLIENT],
    ['a listed network of IPv6', '2001:db8:5::1', ['2001:db8:5::/48'], CLIENT],
    ['this machine, where it is not listed', '::1', ['10.0.0.0/8'], '::1'],
    [
      'a private address, where only one network is listed',
      '192.168.0.1',
      ['10.0.0.0/8'],
      '192.168.0.1',
    ],
  ])('of X-Forwarded-For, by its peer: %s', (_, peer, networks, address) => {
    expect(seenBehind(1, CLIENT, peer, networks)).toBe(address)
  })

  test('a peer on a dual-stack socket is its IPv4 address', () => {
    expect(seenBehind(0, undefined, `::ffff:${CLIENT}`)).toBe(CLIENT)
    expect(clientAddress(undefined, CLIENT, { hops: 1, networks: LOCAL })).toBe('')
  })

  test('however many entries a client forges, only the proxy’s is read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())),
        fc.integer({ min: 1, max: 10 }),
        (forged, hops) => {
          expect(seenBehind(hops, [...forged, CLIENT].join(', '))).toBe(CLIENT)
        },
      ),
    )
  })

  test('nobody outside the listed networks is believed anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.ipV4(), (peer, claimed) => {
        const isLocal = isWithin(peer, LOCAL)
        expect(seenBehind(1, claimed, peer) === claimed).toBe(isLocal || peer === claimed)
      }),
    )
  })
})
