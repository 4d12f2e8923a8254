import { getMessages } from 'next-intl/server'
import type { PackFormState, PackGroup } from '#components/organisers/delivery/PackForm.tsx'
import { languages } from '#lib/content/languages.ts'
import {
  COVER_FIELDS,
  type CoverField,
  type Covers,
  offeredCover,
} from '#lib/delivery/cover-letter.ts'
import type { PackFaults } from '#lib/delivery/prepare-pack.ts'
import { readMessages } from '#lib/text/messages.ts'
import { textOf, typedTexts } from '../form-values.ts'

const FIELDS = Object.keys(COVER_FIELDS) as CoverField[]

/** How many lines a field of several shows. */
const ROWS: Partial<Record<CoverField, number>> = { to: 4, text: 12 }

/** The fields of a cover letter in these languages, each with what is offered. */
export async function coverGroups(locale: string, codes: string[]): Promise<PackGroup[]> {
  const { cover } = (await getMessages({ locale })).organisers.packs
  const hints: Partial<Record<CoverField, string>> = { to: cover.toHint, text: cover.textHint }
  return codes.map(code => {
    const offered = offeredCover(code)
    return {
      language: code,
      legend: readMessages(code).site.languageName,
      fields: FIELDS.map(field => ({
        name: nameOf(field, code),
        label: cover[field],
        hint: hints[field],
        rows: ROWS[field],
        value: offered[field],
      })),
    }
  })
}

/** Cover letters as they were typed, in every language of the form. */
export function typedCovers(form: FormData): Covers {
  const typed = languages().filter(code => form.has(nameOf('to', code)))
  return Object.fromEntries(typed.map(code => [code, typedCover(form, code)]))
}

function typedCover(form: FormData, code: string) {
  const typedIn = (field: CoverField) => textOf(form, nameOf(field, code))
  return {
    to: typedIn('to'),
    placeAndDate: typedIn('placeAndDate'),
    text: typedIn('text'),
    name: typedIn('name'),
    role: typedIn('role'),
    organisation: typedIn('organisation'),
  }
}

/** What the form shows of a pack that was refused: all that was typed, and a sentence for each fault. */
export async function refusedPack(
  locale: string,
  form: FormData,
  faults: PackFaults,
): Promise<PackFormState> {
  const { organisers, form: words } = await getMessages({ locale })
  const { prepare, cover } = organisers.packs
  const said: Record<string, string> = words.errors.any
  const ofCovers = Object.entries(faults.covers).flatMap(([code, ofCover]) =>
    FIELDS.flatMap(field => {
      const fault = ofCover[field]
      const label = `${cover[field]} (${readMessages(code).site.languageName})`
      return fault ? [[nameOf(field, code), `${label} – ${said[fault]}`]] : []
    }),
  )
  return {
    typed: typedTexts(form),
    languages: form.getAll('language').map(String),
    errors: {
      ...(faults.languages && { language: prepare.noLanguage }),
      ...(faults.country && { country: prepare.tooFew }),
      ...Object.fromEntries(ofCovers),
    },
  }
}

function nameOf(field: CoverField, code: string) {
  return `${field}-${code}`
}
