import type { FieldErrors, FieldName, SignFormState } from '#lib/signatures/sign-form-state.ts'
import type { Words } from '#lib/words.ts'

export type SignFormWords = Words['form']
export type FieldMessages = Partial<Record<FieldName, string>>

const FIELDS_AS_SHOWN: FieldName[] = [
  'kind',
  'name',
  'email',
  'organisation',
  'role',
  'website',
  'country',
  'category',
  'statement',
  'capacity',
  'consent',
  'public',
  'updates',
]

/** Id of the control of a field: where the summary's links lead. */
export function controlId(field: FieldName): string {
  return `sign-${field}`
}

/** The sentence of each error: that of its field, else the one for any field. */
export function wordsOfErrors(words: SignFormWords, errors: FieldErrors): FieldMessages {
  const sentences: Record<string, Record<string, string> | undefined> = words.errors
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      field,
      sentences[field]?.[code] ?? sentences.any?.[code] ?? words.errors.any.invalid,
    ]),
  )
}

/** What the summary lists: first what is wrong with the whole, then fields in their order. */
export function listErrors(
  words: SignFormWords,
  messages: FieldMessages,
  formError: SignFormState['formError'],
): { id?: string; message: string }[] {
  const fields = FIELDS_AS_SHOWN.flatMap(field => {
    const message = messages[field]
    return message ? [{ id: controlId(field), message }] : []
  })
  return formError ? [{ message: words.formErrors[formError] }, ...fields] : fields
}
