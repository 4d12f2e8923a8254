/** What a short form shows again after an answer that was not a success. */
export type ShortFormState = {
  /** What is wrong, in the reader's language. */
  error?: string
  /** What was typed, by field. */
  values: Record<string, string>
}

export const EMPTY_SHORT_FORM: ShortFormState = { values: {} }
