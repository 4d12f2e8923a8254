import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientAddress } from '#lib/defence/client-address.ts'

const PEER = '203.0.113.9'

describe('who asks', () => {
  test.each([
    ['no proxy: a forged header is not believed', '1.2.3.4', 0, PEER],
    ['no proxy, no header', undefined, 0, PEER],
    ['one proxy: what it wrote', '198.51.100.7', 1, '198.51.100.7'],
    [
      'one proxy: what the client put before is not believed',
      '1.2.3.4, 198.51.100.7',
      1,
      '198.51.100.7',
    ],
    ['two proxies: what the outer one wrote', '1.2.3.4, 198.51.100.7, 10.0.0.1', 2, '198.51.100.7'],
    ['two proxies, but the header came past one', '10.0.0.1', 2, PEER],
    ['one proxy that wrote no address', 'unknown', 1, PEER],
    ['one proxy that wrote nothing', '', 1, PEER],
    ['spaces', ' 198.51.100.7 ', 1, '198.51.100.7'],
    ['IPv6', '2001:db8::1', 1, '2001:db8::1'],
    ['a proxy that writes ports', '198.51.100.7:47011', 1, '198.51.100.7'],
    ['the same with IPv6', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['brackets alone', '[2001:db8::1]', 1, '2001:db8::1'],
    ['brackets around no address', '[::1::]:80', 1, PEER],
    ['IPv4 within IPv6', '::FFFF:198.51.100.7', 1, '198.51.100.7'],
  ])('%s', (_, forwardedFor, hops, address) => {
    expect(clientAddress(PEER, forwardedFor, hops)).toBe(address)
  })

  test('a peer on a dual-stack socket is its IPv4 address', () => {
    expect(clientAddress(`::ffff:${PEER}`, undefined, 0)).toBe(PEER)
    expect(clientAddress(undefined, undefined, 0)).toBe('')
  })

  test('however many entries a client forges, only the proxy’s is read', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), forged => {
        const header = [...forged, '198.51.100.7'].join(', ')
        expect(clientAddress(PEER, header, 1)).toBe('198.51.100.7')
      }),
    )
  })
})
