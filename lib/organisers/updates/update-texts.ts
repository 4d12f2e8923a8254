import { z } from 'zod'
import type { Block, Inline } from '#lib/letter/blocks.ts'
import { ContentError } from '#lib/letter/content-error.ts'
import { languages } from '#lib/letter/languages.ts'
import { parseMarkdown } from '#lib/letter/markdown.ts'

/** The longest subject that phones show whole, with some room. */
export const LONGEST_SUBJECT = 120

/** The longest text, in characters: a page and a half. */
export const LONGEST_BODY = 8_000

/** An update in one language: a subject, and Markdown. */
export type UpdateText = { subject: string; body: string }

/** Why a text cannot be sent, with the lines that it is about. */
export type UpdateMistake = {
  code: 'required' | 'too-long' | 'control-characters' | 'markdown' | 'links'
  lines: number[]
}

const stored = z.record(z.string(), z.object({ subject: z.string(), body: z.string() }))

/** The texts of a row, of any language; a language that nobody wrote in is empty. */
export function readTexts(texts: unknown): Record<string, UpdateText> {
  const written = stored.catch({}).parse(texts)
  return Object.fromEntries(
    languages().map(language => [language, written[language] ?? { subject: '', body: '' }]),
  )
}

/** The text for a reader of this language; for one who reads in another, the authoritative one. */
export function textsIn(texts: unknown, language: string): UpdateText {
  const written = readTexts(texts)
  const [authoritative = ''] = languages()
  const text = written[language]?.body ? written[language] : written[authoritative]
  return text ?? { subject: '', body: '' }
}

/**
 * The Markdown of an update as blocks: paragraphs, headings, lists, quotes, and links over https.
 * @throws ContentError where it holds anything else.
 */
export function readUpdateBody(body: string): Block[] {
  return parseMarkdown(body, 'update')
}

/** What is wrong with the subject of an update; null when it can be sent. */
export function mistakeInSubject(subject: string): UpdateMistake | null {
  if (!subject) return { code: 'required', lines: [] }
  if (subject.length > LONGEST_SUBJECT) return { code: 'too-long', lines: [] }
  return /\p{Cc}/u.test(subject) ? { code: 'control-characters', lines: [] } : null
}

/** What is wrong with the Markdown of an update; null when it can be sent. */
export function mistakeInBody(body: string): UpdateMistake | null {
  if (!body) return { code: 'required', lines: [] }
  if (body.length > LONGEST_BODY) return { code: 'too-long', lines: [] }
  try {
    const isSafe = readUpdateBody(body).every(block => hrefsIn(block).every(isHttps))
    return isSafe ? null : { code: 'links', lines: [] }
  } catch (error) {
    return { code: 'markdown', lines: error instanceof ContentError ? linesOf(error) : [] }
  }
}

/** An address of a site, without a name and a password before it, which deceive. */
function isHttps(href: string) {
  if (!URL.canParse(href)) return false
  const { protocol, username, password } = new URL(href)
  return protocol === 'https:' && !username && !password
}

function hrefsIn(block: Block): string[] {
  if (block.kind === 'list') return block.items.flat().flatMap(hrefsIn)
  if (block.kind === 'quote') return block.children.flatMap(hrefsIn)
  return block.children.flatMap(hrefsOf)
}

function hrefsOf(inline: Inline): string[] {
  if (inline.kind === 'text' || inline.kind === 'line-break') return []
  const inner = inline.children.flatMap(hrefsOf)
  return inline.kind === 'link' ? [inline.href, ...inner] : inner
}

function linesOf({ mistakes }: ContentError) {
  const lines = mistakes.map(mistake => Number(/line (\d+)/.exec(mistake)?.[1]))
  return [...new Set(lines.filter(line => line > 0))]
}
