import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomFeed } from '#lib/news/feeds.ts'

const url = 'https://letter.example.org/en/news'

test('whatever news holds, its feed is XML that a reader can parse', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), typed => {
      const item = { url, title: typed, summary: typed, day: '2026-05-26', slug: '', path: '' }
      const about = { language: 'en', title: typed, description: typed, author: typed }
      const items = [{ ...item, kind: 'news' as const, blocks: [], source: null, answer: null }]
      const feed = atomFeed({ ...about, pageUrl: url, feedUrl: url, items })
      // XML 1.0, production 2.
      expect(feed).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u)
    }),
    { examples: [['a line\u000bbroken in slides'], ['\ufffe<']] },
  )
})
