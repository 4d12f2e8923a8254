import { LONGEST_TEXT, normalizeText } from '#lib/text/normalize-text.ts'
import type { Block, Inline } from './blocks.ts'
import { ContentError } from './content-error.ts'
import { parseMarkdown } from './markdown.ts'

/** Fault of a typed text, with the lines concerned. */
export type TextMistake = {
  code: 'required' | 'too-long' | 'control-characters' | 'markdown' | 'links'
  lines: number[]
}

/** Control characters, and the sign that stands where a program could not read what was sent (U+FFFD). */
const UNREADABLE = /[\p{Cc}\ufffd]/u

/** What is wrong with one line of words of at most `longest` characters; null where nothing is. */
export function mistakeInLine(line: string, longest: number): TextMistake | null {
  if (!line) return { code: 'required', lines: [] }
  if (line.length > longest) return { code: 'too-long', lines: [] }
  return UNREADABLE.test(line) ? { code: 'control-characters', lines: [] } : null
}

/** What is wrong with Markdown of at most `longest` characters, whose links must be of https. */
export function mistakeInMarkdown(body: string, longest: number): TextMistake | null {
  if (!body) return { code: 'required', lines: [] }
  if (body.length > longest) return { code: 'too-long', lines: [] }
  if (body.includes('\ufffd')) return { code: 'control-characters', lines: [] }
  try {
    const isSafe = parseMarkdown(body, 'text').every(block => hrefsIn(block).every(isHttps))
    return isSafe ? null : { code: 'links', lines: [] }
  } catch (error) {
    return { code: 'markdown', lines: error instanceof ContentError ? linesOf(error) : [] }
  }
}

/** Whether this is an address of https, without a name and a password before it, which deceive. */
export function isHttps(href: string) {
  if (!URL.canParse(href)) return false
  const { protocol, username, password } = new URL(href)
  return protocol === 'https:' && !username && !password
}

/**
 * What PostgreSQL keeps of the first `longest` UTF-16 units: neither NUL nor half a character (RFC 8259,
 * section 8.2), be it one that was cut in two here.
 */
export function storable(text: string, longest = LONGEST_TEXT) {
  const bounded = text.slice(0, longest).replaceAll('\0', '')
  return normalizeText(bounded, 'NFC', longest)
    .slice(0, longest)
    .replace(/\p{Cs}/gu, '')
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
  return [...new Set(mistakes.flatMap(({ line }) => line ?? []))]
}
