import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compress, negotiateEncoding } from '../../../server/encoding.ts'

describe('an answer is sent in', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, BR', 'br'],
    ['GZip', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['gzip;q=0.5, br;q=0.5', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0', 'identity'],
    ['br ; Q=0.000 , gzip;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0.1, br;q=0', 'gzip'],
    ['*;q=0', 'identity'],
    ['identity;q=0, *;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['deflate', 'identity'],
    ['brr, xbr, br2, x-gzip', 'identity'],
    ['br;q=no, gzip;q=1.5', 'identity'],
    ['br;q=1;q=0', 'identity'],
    ['br;level=5', 'br'],
    [';;,,', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('what %j asks for: %s', (accepted, encoding) => {
    expect(negotiateEncoding(accepted)).toBe(encoding)
  })
})

test('nobody gets an encoding that she did not list', () => {
  const name = fc.constantFrom('br', 'BR', 'gzip', 'Gzip', 'identity', 'deflate', 'zstd', 'abr')
  const weight = fc.constantFrom('', ';q=1', ';q=0.5', ';q=0', '; Q=0.001', ';q=', ';q=x')
  const wishes = fc.array(fc.tuple(name, weight), { maxLength: 5 })
  fc.assert(
    fc.property(wishes, list => {
      const encoding = negotiateEncoding(list.map(parts => parts.join('')).join(', '))
      const listed = list.map(([each]) => each.toLowerCase())
      expect(['identity', ...listed]).toContain(encoding)
    }),
  )
})

test('whatever the header holds, it is one of three', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), accepted => {
      expect(['br', 'gzip', 'identity']).toContain(negotiateEncoding(accepted))
    }),
  )
})

test.each([0, 1, 1_023, 65_535, 65_536, 5 * 1024 * 1024])(
  'a body of %i bytes arrives as it was',
  async bytes => {
    const body = Buffer.alloc(bytes, 'Je signe. ')
    expect(brotliDecompressSync(await compress(body, 'br')).equals(body)).toBe(true)
    expect(gunzipSync(await compress(body, 'gzip')).equals(body)).toBe(true)
    expect(await compress(body, 'identity')).toBe(body)
  },
)
