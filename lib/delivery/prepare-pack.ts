import type { Organiser } from '#lib/access/organiser.ts'
import { askDelivery } from './ask-delivery.ts'
import { type CoverFaults, type Covers, readCovers } from './cover-letter.ts'
import { readPackChoices } from './pack-choices.ts'

/** What is typed of a pack that is to be prepared. */
export type TypedPack = {
  /** A pack of the same signatures; empty for those of now. */
  of: string
  /** ISO 3166-1 alpha-2; empty for all countries. */
  country: string
  languages: string[]
  covers: Covers
}

export type PackFaults = {
  /** None was chosen. */
  languages?: 'required'
  /** It has too few signatures to be told apart. */
  country?: 'too-few'
  covers: CoverFaults
}

/** Outcome of preparing a pack. `unknown`: there is no such snapshot any more. */
export type PreparePackOutcome =
  | { outcome: 'asked'; id: string }
  | { outcome: 'unknown' }
  | { outcome: 'refused'; faults: PackFaults }

/**
 * Prepares a pack as an organiser wishes it: of the signatures of now or of those of an earlier one, for one country or
 * all, in these languages, with her cover letter.
 */
export async function preparePack(
  organiser: Organiser,
  typed: TypedPack,
): Promise<PreparePackOutcome> {
  const choices = await readPackChoices(typed.of || null)
  if (!choices) return { outcome: 'unknown' }
  const languages = choices.languages.filter(code => typed.languages.includes(code))
  const isTold = choices.countries.some(({ country }) => country === typed.country)
  const covers = readCovers(ofThese(typed.covers, languages))
  const faults: PackFaults = {
    ...(languages.length === 0 && { languages: 'required' }),
    ...(typed.country && !isTold && { country: 'too-few' }),
    covers: 'faults' in covers ? covers.faults : {},
  }
  if ('faults' in covers || faults.languages || faults.country) {
    return { outcome: 'refused', faults }
  }
  const { id } = await askDelivery(organiser, {
    sourceId: choices.source?.id,
    country: typed.country || undefined,
    languages,
    covers: covers.covers,
  })
  return { outcome: 'asked', id }
}

/** What was typed in a language that the pack is not in is left aside. */
function ofThese(covers: Covers, languages: string[]): Covers {
  return Object.fromEntries(Object.entries(covers).filter(([code]) => languages.includes(code)))
}
