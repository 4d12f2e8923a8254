/** Fields of a signature, as forms and the JSON endpoint name them. */
export type FieldName =
  | 'name'
  | 'email'
  | 'kind'
  | 'organisation'
  | 'role'
  | 'category'
  | 'country'
  | 'website'
  | 'statement'
  | 'capacity'
  | 'public'
  | 'consent'
  | 'updates'
  | 'locale'

/** Why a field was refused; its words are in locales/, under form.errors. */
export type ErrorCode =
  | 'required'
  | 'invalid'
  | 'too-long'
  | 'url'
  | 'formula'
  | 'characters'
  | 'international'
  | 'choice'

export type FieldErrors = Partial<Record<FieldName, ErrorCode>>

/** What the form shows again after an answer that was not a success. */
export type SignFormState = {
  errors: FieldErrors
  values: Partial<Record<FieldName, string>>
  formError?: 'too-many' | 'unavailable' | 'unreachable' | 'paused' | 'closed'
}

export const EMPTY_SIGN_FORM: SignFormState = { errors: {}, values: {} }
