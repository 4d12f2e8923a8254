/**
 * No text that a stranger sends comes near so many UTF-16 units where it is looked at: names, addresses,
 * searches, cells. What is longer is cut before anything else, and refused by the rule of its field.
 */
export const LONGEST_TEXT = 4_096

/** Where the length of a text was looked at already, or the text is the campaign's own. */
export const ANY_LENGTH = Number.POSITIVE_INFINITY

/** A pile of so many UTF-16 units is put in order in less than a millisecond. */
const HARMLESS = 1_024

/** UAX #15, section 13 (Stream-Safe Text Format): no writing stacks more marks than 30 on a letter. */
const MORE_MARKS_THAN_ANY_WRITING = /(\p{M}{30})\p{M}+/gu

/**
 * A text in a normal form of Unicode (UAX #15). The one place that calls for it: putting marks in order
 * takes time by the square of their number, a second for 64 kB of them, so the length is looked at
 * first, and what is left of a long pile of marks is cut.
 * @param longest UTF-16 units that are looked at; the rest is left out.
 */
export function normalizeText(
  text: string,
  form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD',
  longest = LONGEST_TEXT,
) {
  const bounded = text.length > longest ? text.slice(0, longest) : text
  if (bounded.length <= HARMLESS) return bounded.normalize(form)
  return bounded.replace(MORE_MARKS_THAN_ANY_WRITING, '$1').normalize(form)
}
