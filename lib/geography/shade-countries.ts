/** How many signatures a country has. */
export type CountryCount = {
  /** ISO 3166-1 alpha-2; null for those who did not say theirs. */
  country: string | null
  signatures: number
}

/** A range of counts that is drawn alike; the last one is open above. */
export type Step = { from: number; to: number | null }

/** Countries as a map shows them, most signatures first. */
export type ShadedCountries = {
  steps: Step[]
  /** `step` is a place in `steps`. */
  told: { country: string; signatures: number; step: number }[]
  /** Those with too few signatures to be told apart, all together. */
  others: { countries: number; signatures: number }
  /** Signatures without a country. */
  unsaid: number
}

/** Fewer signatures than this would say of single people where they live. */
export const TOLD_APART_FROM = 5

const STEPS = 5

/** Sorts countries into five steps, each several times the one before: a few countries hold most signatures. */
export function shadeCountries(
  counts: CountryCount[],
  toldApartFrom = TOLD_APART_FROM,
): ShadedCountries {
  const said = counts.filter(({ country }) => country !== null)
  const told = said.filter(({ signatures }) => signatures >= toldApartFrom).sort(byCount)
  const few = said.filter(({ signatures }) => signatures > 0 && signatures < toldApartFrom)
  const steps = stepsUpTo(told[0]?.signatures ?? 0, toldApartFrom)
  return {
    steps,
    told: told.map(({ country, signatures }) => ({
      country: country ?? '',
      signatures,
      step: steps.findLastIndex(({ from }) => signatures >= from),
    })),
    others: { countries: few.length, signatures: sum(few) },
    unsaid: sum(counts.filter(({ country }) => country === null)),
  }
}

function byCount(one: CountryCount, other: CountryCount) {
  return other.signatures - one.signatures
}

function stepsUpTo(most: number, least: number): Step[] {
  if (most < least) return []
  const ratio = (most / least) ** (1 / STEPS)
  const starts = Array.from({ length: STEPS }, (_, step) => rounded(least * ratio ** step))
  const from = [...new Set([least, ...starts])].filter(start => start >= least && start <= most)
  return from.map((start, index) => {
    const next = from[index + 1]
    return { from: start, to: next === undefined ? null : next - 1 }
  })
}

/** To 1, 2 or 5 and zeros: numbers that one remembers. */
function rounded(count: number) {
  const size = 10 ** Math.floor(Math.log10(count))
  const nearest = [1, 2, 5, 10].findLast(digit => count >= digit * size) ?? 1
  return nearest * size
}

function sum(counts: CountryCount[]) {
  return counts.reduce((subtotal, { signatures }) => subtotal + signatures, 0)
}
