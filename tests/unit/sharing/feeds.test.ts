import { expect, test } from 'vitest'
import { atomFeed, jsonFeed } from '#lib/news/feeds.ts'
import type { ListedNews } from '#lib/news/list-news.ts'

const item: ListedNews = {
  slug: 'x',
  kind: 'news',
  day: '2026-11-21',
  title: 'A & B <script>',
  blocks: [],
  source: null,
  answer: null,
  summary: '“Yes” </summary>',
  path: '/en/news/x',
  url: 'https://letter.example/en/news/x',
}

const feed = {
  language: 'en',
  title: 'News',
  description: 'What becomes of it',
  author: 'Team',
  pageUrl: 'https://letter.example/en/news',
  feedUrl: 'https://letter.example/en/news/atom.xml',
  items: [item],
}

test('what was typed is text in Atom, whatever it holds', () => {
  const atom = atomFeed(feed)
  expect(atom).toContain('<title>A &amp; B &lt;script&gt;</title>')
  expect(atom).toContain('<summary>“Yes” &lt;/summary&gt;</summary>')
  expect(atom.match(/<entry>/g)).toHaveLength(1)
  expect(atom).toContain('<updated>2026-11-21T00:00:00Z</updated>')
})

test('a feed without news is a feed', () => {
  expect(atomFeed({ ...feed, items: [] })).toContain('<updated>1970-01-01T00:00:00Z</updated>')
  expect(jsonFeed({ ...feed, items: [] }).items).toEqual([])
})
