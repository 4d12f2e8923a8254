/**
 * What a table holds for a code that stands in an address or a form; undefined for what is no code of
 * ours, such as `constructor`, which every object has.
 */
export function wordFor<Word>(words: Record<string, Word>, code: unknown): Word | undefined {
  return typeof code === 'string' && Object.hasOwn(words, code) ? words[code] : undefined
}
