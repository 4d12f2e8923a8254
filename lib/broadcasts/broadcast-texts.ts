import { z } from 'zod'
import type { Block } from '#lib/content/blocks.ts'
import { languages } from '#lib/content/languages.ts'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { mistakeInLine, mistakeInMarkdown } from '#lib/content/typed-text.ts'

/** Longest subject, in characters: phones show it whole. */
export const LONGEST_SUBJECT = 120

/** Longest body, in characters: a page and a half. */
export const LONGEST_BODY = 8_000

/** A broadcast in one language: a subject, and Markdown. */
export type BroadcastText = { subject: string; body: string }

const stored = z.record(z.string(), z.object({ subject: z.string(), body: z.string() }))

/** The texts of a row, of any language; a language that nobody wrote in is empty. */
export function readTexts(texts: unknown): Record<string, BroadcastText> {
  const written = stored.catch({}).parse(texts)
  return Object.fromEntries(
    languages().map(language => [language, written[language] ?? { subject: '', body: '' }]),
  )
}

/** The text for a reader of this language; for one who reads in another, the authoritative one. */
export function textsIn(texts: unknown, language: string): BroadcastText {
  const written = readTexts(texts)
  const [authoritative = ''] = languages()
  const text = written[language]?.body ? written[language] : written[authoritative]
  return text ?? { subject: '', body: '' }
}

/**
 * The Markdown of a broadcast as blocks: paragraphs, headings, lists, quotes, and links over https.
 * @throws ContentError where it holds anything else.
 */
export function readBroadcastBody(body: string): Block[] {
  return parseMarkdown(body, 'broadcast')
}

/** Languages in which a broadcast goes out: all of the site, or the one of its readers. */
export function languagesOf({ language }: { language: string | null }) {
  return language ? [language] : languages()
}

/** Whether a broadcast can be sent: it has a subject and a text in each of its languages, without a mistake. */
export function isComplete(broadcast: {
  texts: Record<string, BroadcastText>
  language: string | null
}) {
  return languagesOf(broadcast).every(language => {
    const { subject = '', body = '' } = broadcast.texts[language] ?? {}
    return !mistakeInSubject(subject) && !mistakeInBody(body)
  })
}

/** What is wrong with the subject of a broadcast; null when it can be sent. */
export function mistakeInSubject(subject: string) {
  return mistakeInLine(subject, LONGEST_SUBJECT)
}

/** What is wrong with the Markdown of a broadcast; null when it can be sent. */
export function mistakeInBody(body: string) {
  return mistakeInMarkdown(body, LONGEST_BODY)
}
