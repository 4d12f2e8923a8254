import { z } from 'zod'
import { readCampaign, timeZone } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { formatDay, translator } from '#lib/text/messages.ts'
import {
  findTextFault,
  isBlank,
  longestTyped,
  type TextFault,
  type TextRules,
  tidyText,
} from '#lib/text/text-rules.ts'
import { localDay } from '#lib/time/zoned-time.ts'

/** What goes before a pack: from whom, to whom, and some paragraphs, in one language. */
export const coverLetter = z.object({
  /** To whom it is handed, several lines. */
  to: z.string(),
  placeAndDate: z.string(),
  /** Paragraphs, an empty line between two. */
  text: z.string(),
  /** Who signs it. */
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
})

export type CoverLetter = z.output<typeof coverLetter>
export type CoverField = keyof CoverLetter

/** What each field accepts; without those that are needed there is no letter. */
export const COVER_FIELDS: Record<CoverField, TextRules & { isNeeded: boolean }> = {
  to: { graphemes: 600, multiline: true, isNeeded: true },
  placeAndDate: { graphemes: 120, isNeeded: false },
  text: { graphemes: 3500, multiline: true, isNeeded: true },
  name: { graphemes: 120, isNeeded: true },
  role: { graphemes: 200, isNeeded: false },
  organisation: { graphemes: 200, isNeeded: false },
}

const FIELDS = Object.keys(COVER_FIELDS) as CoverField[]

/** Cover letters by language; none where nobody wrote any. */
export type Covers = Record<string, CoverLetter>

/** What is wrong with them, by language and field. */
export type CoverFaults = Record<string, Partial<Record<CoverField, TextFault>>>

/** What the form offers: the campaign's own names, and a text to begin with. The addressee is left to the organiser. */
export function offeredCover(language: string, now = new Date()): CoverLetter {
  const { organisation, legal } = readCampaign(language)
  const { title } = readLetter(language)
  return {
    to: '',
    placeAndDate: formatDay(language, localDay(now, timeZone())),
    text: translator(language)('organisers.packs.cover.offered', { title }),
    name: legal.publisher ?? '',
    role: '',
    organisation,
  }
}

/**
 * Reads cover letters as they were typed, in each language of a pack or in none. An offer that nobody touched is
 * no letter: a pack without one needs nothing to be cleared.
 */
export function readCovers(typed: Covers): { covers: Covers } | { faults: CoverFaults } {
  const all = Object.entries(typed)
  if (!all.some(([code, cover]) => isWritten(code, cover))) return { covers: {} }
  const faults = all.flatMap(([code, cover]) => {
    const found = faultsOf(cover)
    return Object.keys(found).length > 0 ? [[code, found] as const] : []
  })
  if (faults.length > 0) return { faults: Object.fromEntries(faults) }
  return { covers: Object.fromEntries(all.map(([code, cover]) => [code, tidied(cover)])) }
}

function tidied(cover: CoverLetter): CoverLetter {
  return { ...cover, ...Object.fromEntries(FIELDS.map(field => [field, tidyText(cover[field])])) }
}

/** The day is offered too, and is another after midnight. */
function isWritten(language: string, typed: CoverLetter) {
  const cover = tidied(typed)
  const offered = tidied(offeredCover(language))
  return FIELDS.some(
    field => field !== 'placeAndDate' && !isBlank(cover[field]) && cover[field] !== offered[field],
  )
}

function faultsOf(typed: CoverLetter) {
  const cover = tidied(typed)
  const faults: Partial<Record<CoverField, TextFault>> = {}
  for (const field of FIELDS) {
    const { isNeeded, ...rules } = COVER_FIELDS[field]
    // Tidied, a text that is far too long has lost its end already.
    const isTooLong = typed[field].length > longestTyped(rules)
    const fault = isTooLong ? 'too-long' : findTextFault(cover[field], rules)
    // A letter may name an address of the site, and only what must be there is missed.
    if (fault && fault !== 'url' && (fault !== 'required' || isNeeded)) faults[field] = fault
  }
  return faults
}
