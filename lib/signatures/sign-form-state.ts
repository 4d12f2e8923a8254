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

/** Why a form was refused as a whole; its words are in locales/, under form.formErrors. */
export type FormError = 'too-many' | 'unavailable' | 'paused' | 'closed'

/** What stands in the fields of a signature's form. */
export type FieldValues = Partial<Record<FieldName, string>>

/** What a form of the console shows again after an answer that was not a success. */
export type SignFormState = { errors: FieldErrors; values: FieldValues }
