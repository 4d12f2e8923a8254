import type { Block } from '#lib/content/blocks.ts'

/** What news is: of the campaign, or the answer of a government. */
export const NEWS_KINDS = ['news', 'answer'] as const

export type NewsKind = (typeof NEWS_KINDS)[number]

/** What a government answered. */
export type Answer = {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Who spoke for it, in the language asked for. */
  who: string
  /** Its own words, or their translation. */
  quote: string
}

/** A piece of news in one language, wherever it was written. */
export type NewsItem = {
  /** Its address below /news: its day and a few words. */
  slug: string
  kind: NewsKind
  /** ISO 8601. */
  day: string
  title: string
  blocks: Block[]
  /** Where it can be read elsewhere: an address of https. */
  source: string | null
  /** Of an answer alone. */
  answer: Answer | null
}
