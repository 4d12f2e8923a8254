import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfSlug, slugOf } from '#lib/news/news-slug.ts'

test.each([
  ['La Suisse répond à l’appel', '2020-06-30-la-suisse-repond-a-l-appel'],
  ['Œuvrer ensemble', '2020-06-30-oeuvrer-ensemble'],
  ['  5 000 signatures !  ', '2020-06-30-5-000-signatures'],
  ['الرسالة', '2020-06-30-news'],
  ['', '2020-06-30-news'],
])('%s has the address %s', (title, slug) => {
  expect(slugOf('2020-06-30', title)).toBe(slug)
})

test('whatever the title, its address is one, short, and keeps the day', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), title => {
      const slug = slugOf('2020-06-30', title)
      expect(dayOfSlug(slug)).toBe('2020-06-30')
      expect(slug.length).toBeLessThanOrEqual(80)
    }),
  )
})

test.each(['', '2020-06-30', '2020-13-01-x', '../2020-06-30-x', `2020-06-30-${'x'.repeat(100)}`])(
  '%s is no address of news',
  slug => {
    expect(dayOfSlug(slug)).toBeNull()
  },
)
