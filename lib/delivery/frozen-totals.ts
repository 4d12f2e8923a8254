import { type FrozenRow, isNamed } from './record.ts'

/** Signatures of one country at the time of a snapshot, and what they are made of. */
export type CountryTotal = {
  /** ISO 3166-1 alpha-2; null for those who did not say theirs. */
  country: string | null
  people: number
  organisations: number
  onPaper: number
  /** Of them, those who did not show their names then. */
  unnamed: number
}

/** Signatures of one kind and category at that time. */
export type CategoryTotal = {
  kind: FrozenRow['kind']
  /** Code of a category of content/campaign.yaml. */
  category: string | null
  signatures: number
  onPaper: number
}

/**
 * Totals that are handed over. By country and by category, never by both at once: how many of a small country
 * belong to a faith would say of single people what they did not wish to be named with.
 */
export type FrozenTotals = { byCountry: CountryTotal[]; byCategory: CategoryTotal[] }

/** Adds up signatures one by one, as they are frozen. */
export function growTotals() {
  const countries = new Map<string | null, CountryTotal>()
  const categories = new Map<string, CategoryTotal>()

  return {
    add(row: FrozenRow) {
      const { kind, category, country } = row
      const paper = row.paperBatchId ? 1 : 0
      const here = countries.get(country) ?? emptyCountry(country)
      here[kind === 'organisation' ? 'organisations' : 'people'] += 1
      here.onPaper += paper
      if (!isNamed(row)) here.unnamed += 1
      countries.set(country, here)
      const key = `${kind} ${category ?? ''}`
      const alike = categories.get(key) ?? { kind, category, signatures: 0, onPaper: 0 }
      alike.signatures += 1
      alike.onPaper += paper
      categories.set(key, alike)
    },
    finish(): FrozenTotals {
      return { byCountry: [...countries.values()], byCategory: [...categories.values()] }
    },
  }
}

function emptyCountry(country: string | null): CountryTotal {
  return { country, people: 0, organisations: 0, onPaper: 0, unnamed: 0 }
}

/** The totals of one country: zeros where nobody of it has signed. */
export function totalOf(totals: FrozenTotals, country: string): CountryTotal {
  return totals.byCountry.find(one => one.country === country) ?? emptyCountry(country)
}

/** All signatures of a country. */
export function signaturesOf({ people, organisations }: CountryTotal) {
  return people + organisations
}
