import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import cells from '#lib/geography/country-cells.json' with { type: 'json' }
import { COUNTRY_CODES } from '#lib/text/countries.ts'

/** Land without people, or too scattered for a dot: they stand in the table alone. */
const WITHOUT_DOTS = ['AQ', 'BV', 'UM']

/** What every reader of the letter pays for the map. */
const LARGEST_LAND_BYTES = 2_000

test('every country of the form has its dots, the smallest too', () => {
  const drawn = Object.keys(cells.countries)
  expect([...drawn, ...WITHOUT_DOTS].sort()).toEqual([...COUNTRY_CODES].sort())
})

test('no two countries share a dot, and together they are the land', () => {
  const dots = Object.values(cells.countries).flatMap(dotsOf)
  expect(new Set(dots).size).toBe(dots.length)
  expect(new Set(dots)).toEqual(new Set(dotsOf(cells.land)))
})

test('the map is light', () => {
  expect(brotliCompressSync(cells.land).length).toBeLessThan(LARGEST_LAND_BYTES)
})

function dotsOf(path: string) {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, length]) =>
    Array.from(
      { length: Math.floor(Number(length) / 8) + 1 },
      (_, dot) => `${Number(x) + dot * 8} ${y}`,
    ),
  )
}
