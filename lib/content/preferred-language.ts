/** Longest header that is looked at: what browsers send has a few dozen characters. */
const LONGEST_HEADER = 1_000

/**
 * The language to answer in by the weights of an Accept-Language header (RFC 9110, section 12.5.4);
 * the first of `offered` where the header says nothing useful.
 */
export function preferredLanguage(header: string | null, offered: string[]) {
  const wishes = (header ?? '').slice(0, LONGEST_HEADER).split(',').map(readWish)
  const byWeight = wishes.filter(wish => wish.weight > 0).sort((a, b) => b.weight - a.weight)
  const understood = byWeight.map(wish => match(wish.range, offered)).find(Boolean)
  return understood ?? offered[0]
}

function readWish(entry: string) {
  const [range = '', ...parameters] = entry.trim().toLowerCase().split(';')
  const q = parameters.map(parameter => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
  return { range, weight: Number(q.find(Boolean) ?? 1) }
}

function match(range: string, offered: string[]) {
  const exact = offered.find(language => language.toLowerCase() === range)
  return exact ?? offered.find(language => primary(language) === primary(range))
}

function primary(language: string) {
  return language.toLowerCase().split('-')[0]
}
