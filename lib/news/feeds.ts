import { html } from '#lib/text/html.ts'
import { legalInXml } from '#lib/text/xml.ts'
import type { ListedNews } from './list-news.ts'

/** What feed readers follow: the news of the letter in one language. */
export type Feed = {
  language: string
  title: string
  description: string
  /** Who publishes it. */
  author: string
  /** Whole address of the page of news. */
  pageUrl: string
  /** Whole address of the feed itself. */
  feedUrl: string
  items: ListedNews[]
}

/** The news as Atom (RFC 4287). */
export function atomFeed({ language, title, description, author, pageUrl, feedUrl, items }: Feed) {
  const document = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${pageUrl}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<updated>${startOfDay(items[0]?.day)}</updated>
<author><name>${author}</name></author>
<link rel="alternate" href="${pageUrl}"/>
<link rel="self" type="application/atom+xml" href="${feedUrl}"/>
${items.map(
  item => html`<entry>
<id>${item.url}</id>
<title>${item.title}</title>
<updated>${startOfDay(item.day)}</updated>
<link rel="alternate" href="${item.url}"/>
<summary>${item.summary}</summary>
</entry>
`,
)}</feed>
`
  return legalInXml(document.text)
}

/** The news as JSON Feed, version 1.1 (jsonfeed.org). */
export function jsonFeed({ language, title, description, author, pageUrl, feedUrl, items }: Feed) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    language,
    home_page_url: pageUrl,
    feed_url: feedUrl,
    authors: [{ name: author }],
    items: items.map(item => ({
      id: item.url,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      date_published: startOfDay(item.day),
    })),
  }
}

/** Days have no hour: the first of them, in UTC (RFC 3339). */
function startOfDay(day = '1970-01-01') {
  return `${day}T00:00:00Z`
}
