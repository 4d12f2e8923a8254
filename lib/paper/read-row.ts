import { z } from 'zod'
import { errorsByField, type FormChoices, ownFields } from '#lib/signatures/signature-form.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { emailKey, readEmailAddress } from '#lib/text/email-address.ts'
import { fold } from '#lib/text/search-key.ts'
import type { ColumnMap, PaperField } from './columns.ts'
import { countryReader } from './country-codes.ts'

/** A row as a signature, checked by the rules of the form. */
export type PaperSignature = z.output<ReturnType<typeof paperForm>>

/** What a row came to; each fault is a field and a code of the form's, such as `email.invalid`. */
export type ReadRowOutcome =
  | { outcome: 'fine'; signature: PaperSignature }
  | { outcome: 'invalid'; faults: string[] }

/** Names of categories and of countries in the site's languages, folded, with their codes. */
export type RowReader = (cells: string[], columns: ColumnMap) => ReadRowOutcome

/** Makes what reads rows: its lists of names are made once for all of them. */
export function rowReader(choices: {
  categories: { code: string; names: string[] }[]
  languages: string[]
}): RowReader {
  const categories = codesByName(choices.categories)
  const readCountry = countryReader(choices.languages)
  const form = paperForm({
    countries: COUNTRY_CODES,
    categories: choices.categories.map(({ code }) => code),
  })
  return (cells, columns) => {
    const texts = textsOf(cells, columns)
    const checked = form.safeParse({
      ...texts,
      name: texts.name || [texts.firstName, texts.lastName].filter(Boolean).join(' '),
      category: codeOf(texts.category, categories),
      country: texts.country && (readCountry(texts.country) ?? texts.country),
      kind: kindOf(texts),
      public: isYes(texts.public),
      updates: isYes(texts.updates),
    })
    if (checked.success) return { outcome: 'fine', signature: checked.data }
    const faults = Object.entries(errorsByField(checked.error))
    return { outcome: 'invalid', faults: faults.map(([field, code]) => `${field}.${code}`) }
  }
}

function paperForm(choices: Omit<FormChoices, 'languages'>) {
  const { name, organisation, role, category, country } = ownFields(choices)
  return z
    .object({
      name,
      organisation,
      role,
      category,
      country,
      email: z.string().optional().transform(readEmail),
      kind: z.enum(['individual', 'organisation'], { error: 'choice' }),
      public: z.boolean(),
      updates: z.boolean(),
    })
    .refine(row => row.kind !== 'organisation' || row.organisation, {
      path: ['organisation'],
      error: 'required',
    })
}

/** An address that is there must be one: without it nobody would be told apart. */
function readEmail(typed: string | undefined, context: z.RefinementCtx) {
  if (!typed) return null
  const address = readEmailAddress(typed.replace(/^mailto:/i, ''))
  if (address) return { address, key: emailKey(address) }
  context.addIssue('invalid')
  return z.NEVER
}

function textsOf(cells: string[], columns: ColumnMap): Partial<Record<PaperField, string>> {
  return Object.fromEntries(
    columns.flatMap((field, index) => (field ? [[field, cells[index] ?? '']] : [])),
  )
}

const YES = new Set(['oui', 'o', 'yes', 'y', 'x', '1', 'true', 'vrai', 'ja', 'si', '✓', '✔'])

function isYes(text: string | undefined) {
  return YES.has(fold(text ?? ''))
}

const KINDS: Record<string, 'individual' | 'organisation'> = {
  '': 'individual',
  individual: 'individual',
  individu: 'individual',
  person: 'individual',
  personne: 'individual',
  organisation: 'organisation',
  organization: 'organisation',
}

function kindOf({ kind = '' }: { kind?: string }) {
  return KINDS[fold(kind)] ?? kind
}

function codesByName(list: { code: string; names: string[] }[]) {
  return new Map(list.flatMap(({ code, names }) => [code, ...names].map(n => [fold(n), code])))
}

/** The code of a name, or what was written, which the form then refuses. */
function codeOf(text: string | undefined, codes: Map<string, string>) {
  return text && (codes.get(fold(text)) ?? text)
}
