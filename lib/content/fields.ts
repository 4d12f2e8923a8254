import { z } from 'zod'
import { ANY_LENGTH, normalizeText } from '#lib/text/normalize-text.ts'
import { ContentError } from './content-error.ts'

/** Words on one line, NFC, never empty. */
export const words = z
  .string({ error: ({ input }) => (input == null ? 'is missing' : 'must be text: quote it') })
  .trim()
  .min(1, 'is empty')
  .refine(text => !text.includes('\n'), 'must stay on one line')
  .transform(text => normalizeText(text, 'NFC', ANY_LENGTH))

/** Words on as many lines as they need, NFC, never empty. */
export const paragraphs = z
  .string({ error: ({ input }) => (input == null ? 'is missing' : 'must be text: quote it') })
  .trim()
  .min(1, 'is empty')
  .transform(text => normalizeText(text, 'NFC', ANY_LENGTH))

/** A calendar day (ISO 8601), as text: it has no hour and no time zone. */
export const day = words.pipe(z.iso.date('must be a day written as 2020-05-26'))

/** A table with exactly these keys, each with words: what a translator fills in. */
export function wordsFor(keys: string[]) {
  return z.strictObject(Object.fromEntries(keys.map(key => [key, words])), {
    error: issue => (issue.code === 'invalid_type' ? 'must be a table of names' : undefined),
  })
}

/**
 * Checks what a content file holds.
 * @throws ContentError naming the file and every field that is wrong.
 */
export function checkFields<T>(schema: z.ZodType<T>, fields: unknown, file: string): T {
  const checked = schema.safeParse(fields ?? {})
  if (checked.success) return checked.data
  throw new ContentError(checked.error.issues.flatMap(issue => sentences(issue, file)))
}

function sentences(issue: z.core.$ZodIssue, file: string) {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => `${file}: ${place([...issue.path, key])} is not a known field.`)
  }
  return [`${file}: ${place(issue.path)} ${issue.message}.`]
}

function place(path: PropertyKey[]) {
  const steps = path.map(step => (typeof step === 'number' ? `entry ${step + 1}` : String(step)))
  return steps.join(', ') || 'the whole file'
}
