/** Words of a count by plural category of the language; `other` is always there. */
export type CountWords = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** The noun that goes with `count` in the language `locale`: "signature" or "signatures". */
export function countWord(locale: string, count: number, words: CountWords): string {
  return words[new Intl.PluralRules(locale).select(count)] ?? words.other
}

/** `count` as written in the language `locale`, with its noun: "1 234 personnes". */
export function describeCount(locale: string, count: number, words: CountWords): string {
  return `${formatCount(locale, count)} ${countWord(locale, count, words)}`
}

/** `count` as written in the language `locale`: "1 234". */
export function formatCount(locale: string, count: number): string {
  return new Intl.NumberFormat(locale).format(count)
}
