import type { FormProblem } from '#lib/security/refused-form.ts'
import type { FieldErrors, FieldName, FormError } from '#lib/signatures/sign-form-state.ts'
import type { Messages } from '#lib/text/messages.ts'

export type SignFormWords = Messages['form']
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

/** What is wrong, as it is told: first with the whole, then field by field in their order. */
export function problemsIn(
  words: SignFormWords,
  errors: FieldErrors,
  formError?: FormError,
): FormProblem[] {
  const messages = wordsOfErrors(words, errors)
  const ofFields = FIELDS_AS_SHOWN.flatMap(field => {
    const message = messages[field]
    return message ? [{ field, message }] : []
  })
  return formError ? [{ message: words.formErrors[formError] }, ...ofFields] : ofFields
}

/** The sentences of the fields that are wrong. */
export function messagesOf(problems: FormProblem[]): FieldMessages {
  return Object.fromEntries(
    problems.flatMap(({ field, message }) => (field ? [[field, message]] : [])),
  )
}
