import { z } from 'zod'
import {
  isHttps,
  mistakeInLine,
  mistakeInMarkdown,
  type TextMistake,
} from '#lib/content/typed-text.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import type { NewsRevision } from './news-revision.ts'

const LONGEST_TITLE = 120
const LONGEST_BODY = 8_000
const LONGEST_WHO = 200
const LONGEST_QUOTE = 1_000
const LONGEST_SOURCE = 500

/** Room for what is too long to be published, so that it is kept while its writer shortens it. */
export const LONGEST_KEPT = LONGEST_BODY * 4

/** Why what is written cannot be published, and for Markdown the lines that it is about. */
export type NewsMistake = Omit<TextMistake, 'code'> & {
  code: TextMistake['code'] | 'day' | 'country' | 'source'
}

/** What is wrong with a revision, by the name of its field in the form; none when it is complete. */
export function mistakesIn({ kind, day, source, country, texts }: NewsRevision) {
  const isAnswer = kind === 'answer'
  const found = Object.entries(texts).flatMap(([language, { title, body, who, quote }]) => [
    [`title-${language}`, mistakeInLine(title, LONGEST_TITLE)] as const,
    [`body-${language}`, mistakeInMarkdown(body, LONGEST_BODY)] as const,
    [`who-${language}`, isAnswer ? mistakeInLine(who, LONGEST_WHO) : null] as const,
    [`quote-${language}`, isAnswer ? mistakeInLine(quote, LONGEST_QUOTE) : null] as const,
  ])
  const facts = [
    ['day', z.iso.date().safeParse(day).success ? null : mistake('day')] as const,
    ['source', mistakeInSource(source, isAnswer)] as const,
    ['country', isAnswer && !COUNTRY_CODES.includes(country) ? mistake('country') : null] as const,
  ]
  return new Map<string, NewsMistake>(
    [...facts, ...found].flatMap(([field, wrong]) => (wrong ? [[field, wrong]] : [])),
  )
}

function mistakeInSource(source: string, isRequired: boolean) {
  if (!source) return isRequired ? mistake('required') : null
  return isHttps(source) && source.length <= LONGEST_SOURCE ? null : mistake('source')
}

function mistake(code: NewsMistake['code']): NewsMistake {
  return { code, lines: [] }
}
