import { z } from 'zod'
import { ANY_LENGTH, normalizeText } from '#lib/text/normalize-text.ts'
import { ContentError, type ContentMistake } from './content-error.ts'
import { fault, faultIn } from './faults.ts'

/** Words on one line, NFC, never empty. */
export const words = z
  .string({ error: ({ input }) => fault(input == null ? 'missing' : 'not-text') })
  .trim()
  .min(1, fault('empty'))
  .refine(text => !text.includes('\n'), fault('not-one-line'))
  .transform(text => normalizeText(text, 'NFC', ANY_LENGTH))

/** Words on as many lines as they need, NFC, never empty. */
export const paragraphs = z
  .string({ error: ({ input }) => fault(input == null ? 'missing' : 'not-text') })
  .trim()
  .min(1, fault('empty'))
  .transform(text => normalizeText(text, 'NFC', ANY_LENGTH))

/** A calendar day (ISO 8601), as text: it has no hour and no time zone. */
export const day = words.pipe(z.iso.date(fault('not-a-day')))

/** A table with exactly these keys, each with words: what a translator fills in. */
export function wordsFor(keys: string[]) {
  return z.strictObject(Object.fromEntries(keys.map(key => [key, words])), {
    error: issue => (issue.code === 'invalid_type' ? fault('not-a-table') : undefined),
  })
}

/**
 * Checks what a content file holds. Each message of the schema is a fault (`fault`).
 * @throws ContentError naming the file and every field that is wrong.
 */
export function checkFields<T>(schema: z.ZodType<T>, fields: unknown, file: string): T {
  const checked = schema.safeParse(fields ?? {})
  if (checked.success) return checked.data
  throw new ContentError(checked.error.issues.flatMap(issue => mistakesOf(issue, file)))
}

function mistakesOf(issue: z.core.$ZodIssue, file: string): ContentMistake[] {
  const place = issue.path.map(step => (typeof step === 'number' ? step : String(step)))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ file, place: [...place, key], code: 'unknown-field' }))
  }
  return [{ file, place, ...faultIn(issue.message) }]
}
