import { z } from 'zod'
import { emailFault, LONGEST_TYPED_ADDRESS, readEmailAddress } from '#lib/text/email-address.ts'
import {
  findTextFault,
  isBlank,
  longestTyped,
  type TextRules,
  tidyText,
} from '#lib/text/text-rules.ts'
import { LONGEST_TYPED_WEBSITE, siteOf } from '#lib/text/website.ts'
import type { ErrorCode, FieldName } from './sign-form-state.ts'

/** Graphemes that a name may have. */
const LONGEST_NAME = 80
const LONGEST_ORGANISATION = 120
const LONGEST_ROLE = 120
const LONGEST_STATEMENT = 280

/** The values that the lists of the form offer. */
export type FormChoices = {
  /** ISO 3166-1 alpha-2 codes. */
  countries: readonly string[]
  /** Codes of the campaign's categories. */
  categories: readonly string[]
  /** The site's languages; the first is taken where none is given. */
  languages: readonly string[]
}

/**
 * The one schema of a signature as it is given: in the form and in
 * `POST /api/signatures`. Each issue's message is an ErrorCode. Unknown fields are dropped.
 */
export function signatureForm({ countries, categories, languages }: FormChoices) {
  return z
    .object({
      ...ownFields({ countries, categories }),
      email: emailField(),
      kind: choice(['individual', 'organisation'], 'individual'),
      consent: tick.refine(isTicked => isTicked, { error: 'required' }),
      locale: choice(languages, languages[0] ?? ''),
    })
    .refine(form => form.kind !== 'organisation' || form.organisation, {
      path: ['organisation'],
      error: 'required',
      when: isKindKnown,
    })
    .refine(form => form.kind !== 'organisation' || form.role, {
      path: ['role'],
      error: 'required',
      when: isKindKnown,
    })
}

/** The address that a signature is confirmed from. */
export function emailField() {
  return boundedText(LONGEST_TYPED_ADDRESS, 'invalid').transform(readEmail)
}

/** The fields that a signatory may correct later on; the others are what the signature is. */
export function ownFields({ countries, categories }: Omit<FormChoices, 'languages'>) {
  return {
    name: text({ graphemes: LONGEST_NAME, isName: true }),
    organisation: optionalText({ graphemes: LONGEST_ORGANISATION }),
    role: optionalText({ graphemes: LONGEST_ROLE }),
    category: choice(categories),
    country: choice(countries),
    website: boundedText(LONGEST_TYPED_WEBSITE, 'invalid').transform(readWebsite).optional(),
    statement: optionalText({ graphemes: LONGEST_STATEMENT, multiline: true }),
    capacity: choice(['personal', 'official'], 'personal'),
    public: tick,
    updates: tick,
  }
}

/** A signature as it was given and checked. */
export type SignatureForm = z.output<ReturnType<typeof signatureForm>>

/** The first error of each field. */
export function errorsByField(error: z.ZodError) {
  const errors: Partial<Record<FieldName, ErrorCode>> = {}
  for (const { path, message } of error.issues) {
    errors[path[0] as FieldName] ??= message as ErrorCode
  }
  return errors
}

function codeOf({ input }: { input?: unknown }) {
  return input === undefined ? 'required' : 'invalid'
}

/** What every text goes through first: how long it is, in UTF-16 units, before anything reads it. */
function boundedText(longest: number, code: ErrorCode) {
  return z.string({ error: codeOf }).max(longest, { error: code })
}

/** A text that must be there. */
function text(rules: TextRules) {
  return boundedText(longestTyped(rules), 'too-long')
    .transform(tidyText)
    .superRefine((value, context) => {
      const fault = findTextFault(value, rules)
      if (fault) context.addIssue(fault)
    })
}

/** A text that may be left out; blank counts as left out. */
function optionalText(rules: TextRules) {
  return boundedText(longestTyped(rules), 'too-long')
    .transform(value => (isBlank(value) ? undefined : tidyText(value)))
    .superRefine((value, context) => {
      const fault = value && findTextFault(value, rules)
      if (fault) context.addIssue(fault)
    })
    .optional()
}

function readEmail(typed: string, context: z.RefinementCtx) {
  const address = readEmailAddress(typed)
  if (address) return address
  context.addIssue(isBlank(typed) ? 'required' : emailFault(typed))
  return z.NEVER
}

function readWebsite(typed: string, context: z.RefinementCtx) {
  if (isBlank(typed)) return undefined
  const site = siteOf(typed)
  if (site) return site
  context.addIssue('invalid')
  return z.NEVER
}

function choice<const V extends string>(values: readonly V[]): z.ZodType<V | undefined>
function choice<const V extends string>(values: readonly V[], otherwise: NoInfer<V>): z.ZodType<V>
function choice<const V extends string>(values: readonly V[], otherwise?: V) {
  return z
    .union([z.enum(values as readonly [V, ...V[]]), z.literal('')], { error: () => 'choice' })
    .optional()
    .transform(value => value || otherwise)
}

/** A ticked box: true in JSON, `on` from a browser's form. */
const tick = z
  .union([z.boolean(), z.enum(['on', 'true', 'false', ''])], { error: () => 'invalid' })
  .optional()
  .transform(value => value === true || value === 'on' || value === 'true')

function isKindKnown({ value }: { value: unknown }) {
  return typeof value === 'object' && value !== null && 'kind' in value
}
