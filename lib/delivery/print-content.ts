import { z } from 'zod'
import type { Block } from '#lib/content/blocks.ts'
import { readCampaign, timeZone } from '#lib/content/campaign.ts'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { type RowWords, rowWords } from '#lib/exports/formats/readable-rows.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'
import { coverLetter } from './cover-letter.ts'
import { firstLookFiles, lookFiles } from './pack/look-files.ts'

const language = z.object({
  code: z.string(),
  dateLocale: z.string(),
  title: z.string(),
  addressee: z.string(),
  date: z.string(),
  launchedBy: z.string(),
  blocks: z.array(z.custom<Block>()),
  organisation: z.string(),
  categories: z.array(z.object({ code: z.string(), name: z.string() })),
  firstSignatories: z.array(z.object({ name: z.string(), role: z.string() })),
  /** Every word that is printed around what was frozen. */
  words: z.custom<Messages['delivery']>(),
  /** Heads and labels of the list for people; packs of before have none. */
  rows: z.custom<RowWords>().nullable().default(null),
  /** The cover letter; null where none was written. */
  cover: coverLetter.nullable().default(null),
})

const printContent = z.object({
  siteUrl: z.string(),
  /** Of the times that are printed; packs of before it was kept say theirs in UTC. */
  timeZone: z.string().default('UTC'),
  /** Packs of before it was kept look as all of them did. */
  look: z.record(z.string(), z.string()).default(firstLookFiles),
  languages: z.array(language),
  /** Codes of those that the pack is in; null for all of them. */
  chosenLanguages: z.array(z.string()).nullable().default(null),
})

/** All that a pack prints beside signatures, as it read when the snapshot was asked for. */
export type PrintContent = z.output<typeof printContent>
export type PrintLanguage = z.output<typeof language>

/** Current print content, in every language of the site, authoritative first. */
export function currentPrintContent(): PrintContent {
  return {
    siteUrl: env.SITE_URL,
    timeZone: timeZone(),
    look: lookFiles(),
    languages: languages().map(code => printLanguageIn(code)),
    chosenLanguages: null,
  }
}

/** Reads the print content from the database. */
export function readPrintContent(stored: unknown): PrintContent {
  const read = printContent.parse(stored)
  return { ...read, languages: read.languages.map(withNewWords) }
}

/** Messages added to the software after the print content was frozen are taken from today's locale files. */
function withNewWords(language: PrintLanguage): PrintLanguage {
  const known = languages()
  const { delivery } = readMessages(
    known.includes(language.code) ? language.code : (known[0] ?? 'fr'),
  )
  const frozen: Record<string, unknown> = language.words
  const words = Object.entries(delivery).map(([key, today]) => {
    const then = frozen[key]
    if (typeof today === 'string' || typeof then !== 'object') return [key, then ?? today]
    return [key, { ...today, ...then }]
  })
  return { ...language, words: { ...language.words, ...Object.fromEntries(words) } }
}

/**
 * The letter in one language, and the words around it.
 * @param letter and its people, where they are not those that are served
 */
export function printLanguageIn(
  code: string,
  letter = readLetter(code),
  people = readFirstSignatories(code),
): PrintLanguage {
  const { title, addressee, date, launchedBy, blocks } = letter
  const { organisation, categories } = readCampaign(code)
  const { site, delivery } = readMessages(code)
  return {
    code,
    dateLocale: site.dateLocale,
    title,
    addressee,
    date,
    launchedBy,
    blocks,
    organisation,
    categories,
    firstSignatories: people.map(({ name, role }) => ({ name, role })),
    words: delivery,
    rows: rowWords(code),
    cover: null,
  }
}
