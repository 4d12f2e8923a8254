import { z } from 'zod'
import { languages } from '#lib/content/languages.ts'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { NEWS_KINDS, type NewsItem } from './news-item.ts'

const text = z.object({
  title: z.string().catch(''),
  /** Markdown. */
  body: z.string().catch(''),
  /** Of an answer: who spoke for the government. */
  who: z.string().catch(''),
  /** Of an answer: its words. */
  quote: z.string().catch(''),
})

const revision = z.object({
  kind: z.enum(NEWS_KINDS).catch('news'),
  /** ISO 8601. */
  day: z.string().catch(''),
  source: z.string().catch(''),
  /** ISO 3166-1 alpha-2. */
  country: z.string().catch(''),
  texts: z.record(z.string(), text).catch({}),
})

/** A revision of a piece of news, complete or not. */
export type NewsRevision = z.infer<typeof revision>

/** A revision as a row keeps it, with every language of the site; one that nobody wrote in is empty. */
export function readNewsRevision(kept: unknown): NewsRevision {
  const read = revision.parse(Object(kept))
  const texts = languages().map(language => [language, read.texts[language] ?? text.parse({})])
  return { ...read, texts: Object.fromEntries(texts) }
}

/**
 * A complete revision in the language of a reader. Where the site has learned that language since, she
 * gets the authoritative one.
 * @throws ContentError where its Markdown holds what mistakes.ts would not have let pass.
 */
export function newsItemIn(kept: unknown, slug: string, language: string): NewsItem {
  const { kind, day, source, country, texts } = readNewsRevision(kept)
  const [authoritative = ''] = languages()
  const { title, body, who, quote } = text.parse(
    texts[language]?.body ? texts[language] : texts[authoritative],
  )
  return {
    slug,
    kind,
    day,
    title,
    blocks: parseMarkdown(body, slug),
    source: source || null,
    answer: kind === 'answer' ? { country, who, quote } : null,
  }
}
