/** What a short form shows again after an answer. */
export type ShortFormState = {
  /** What is wrong, in the reader's language. */
  error?: string
  /** The field that is wrong, where it is not the last one. */
  errorIn?: string
  /** What was typed, by field; never a password. */
  values: Record<string, string>
  /** Outcome where the form stays: a sentence, and a text to copy. */
  done?: { sentence: string; text?: string }
}

export const EMPTY_SHORT_FORM: ShortFormState = { values: {} }
