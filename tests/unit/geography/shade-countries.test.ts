import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shadeCountries, TOLD_APART_FROM } from '#lib/geography/shade-countries.ts'

const inCountries = (counts: Record<string, number>) =>
  Object.entries(counts).map(([country, signatures]) => ({ country, signatures }))

test('countries are sorted into steps that grow, most signatures first', () => {
  const { steps, told } = shadeCountries(inCountries({ CH: 70, FR: 4_000, IN: 6, US: 900 }))
  expect(told.map(({ country }) => country)).toEqual(['FR', 'US', 'CH', 'IN'])
  expect(steps.map(({ from }) => from)).toEqual([5, 10, 50, 200, 1_000])
  expect(told.map(({ step }) => step)).toEqual([4, 3, 2, 0])
  expect(steps.at(-1)?.to).toBeNull()
})

describe('who lives where with few others is not said', () => {
  test('countries with fewer than five signatures are one line, whatever they have', () => {
    const { told, others } = shadeCountries(inCountries({ FR: 5, IS: 4, TV: 1, TO: 0 }))
    expect(told.map(({ country }) => country)).toEqual(['FR'])
    expect(others).toEqual({ countries: 2, signatures: 5 })
  })

  test('an organiser may see each of them', () => {
    const { told } = shadeCountries(inCountries({ FR: 5, TV: 1 }), 1)
    expect(told.map(({ country }) => country)).toEqual(['FR', 'TV'])
  })
})

test('signatures without a country are counted apart', () => {
  const counts = [...inCountries({ FR: 12 }), { country: null, signatures: 30 }]
  expect(shadeCountries(counts)).toMatchObject({ unsaid: 30, told: [{ country: 'FR' }] })
})

test('nobody has signed', () => {
  expect(shadeCountries([])).toEqual({
    steps: [],
    told: [],
    others: { countries: 0, signatures: 0 },
    unsaid: 0,
  })
})

const anyCounts = fc.uniqueArray(
  fc.record({
    country: fc.option(fc.stringMatching(/^[A-Z]{2}$/)),
    signatures: fc.nat({ max: 10_000_000 }),
  }),
  { selector: ({ country }) => country },
)

test('whatever the counts: five steps at most, none overlap, nothing is lost', () => {
  fc.assert(
    fc.property(anyCounts, counts => {
      const { steps, told, others, unsaid } = shadeCountries(counts)
      expect(steps.length).toBeLessThanOrEqual(5)
      steps.forEach(({ from, to }, index) => {
        expect(from).toBeGreaterThanOrEqual(TOLD_APART_FROM)
        if (to !== null) expect(steps[index + 1]?.from).toBe(to + 1)
      })
      for (const { signatures, step } of told) {
        const { from, to } = steps[step] ?? { from: Number.NaN, to: null }
        expect(signatures).toBeGreaterThanOrEqual(from)
        expect(signatures).toBeLessThanOrEqual(to ?? Number.POSITIVE_INFINITY)
      }
      const shown = told.reduce((total, { signatures }) => total + signatures, 0)
      const all = counts.reduce((total, { signatures }) => total + signatures, 0)
      expect(shown + others.signatures + unsaid).toBe(all)
    }),
  )
})
