import type { Dice } from './dice.ts'

/** Who signs in seeds, tests and benchmarks: plausible people of many scripts. Nobody in particular. */
export interface Person {
  name: string
  country: string
  locale: 'fr' | 'en'
}

/** A person drawn from the pool; francophone countries come up more often, as in the campaign. */
export function aPerson(dice: Dice): Person {
  const pool = dice.weighted(POOLS)
  const given = dice.pick(pool.given)
  const family = dice.pick(pool.family)
  return {
    name: pool.familyFirst
      ? `${family}${pool.between}${given}`
      : `${given}${pool.between}${family}`,
    country: dice.pick(pool.countries),
    locale: pool.locale,
  }
}

interface Pool {
  weight: number
  locale: 'fr' | 'en'
  countries: readonly string[]
  given: readonly string[]
  family: readonly string[]
  between: string
  familyFirst: boolean
}

const western = { between: ' ', familyFirst: false }

const POOLS: readonly Pool[] = [
  {
    ...western,
    weight: 40,
    locale: 'fr',
    countries: ['FR', 'FR', 'FR', 'FR', 'BE', 'CH', 'CA', 'LU'],
    given: [
      'Camille',
      'Jean-Éric',
      'Zoé',
      'Anaïs',
      'Mathieu',
      'Inès',
      'François',
      'Noël',
      'Maëlle',
    ],
    family: ['Roux', 'D’Arc', 'Lefèvre', 'Le Goff', 'Benoît', 'Garçon', 'Œuvrard', 'de la Tour'],
  },
  {
    ...western,
    weight: 22,
    locale: 'en',
    countries: ['GB', 'US', 'CA', 'AU', 'IE', 'NZ'],
    given: ['Siobhán', 'Grace', 'Noor', 'Kwame', 'Mary Ann', 'Theo'],
    family: ["O'Hara", 'Smith', 'Ng', 'Null', 'Okafor', 'MacLeod', 'Fitzgerald-Jones'],
  },
  {
    ...western,
    weight: 14,
    locale: 'en',
    countries: ['DE', 'ES', 'PT', 'SE', 'PL', 'CZ', 'BR'],
    given: ['Jürgen', 'Łucja', 'João', 'Åsa', 'Jiří', 'Begoña'],
    family: ['Müller', 'Wójcik', 'Gonçalves', 'Öberg', 'Dvořák', 'Ibáñez'],
  },
  {
    between: ' ',
    familyFirst: true,
    weight: 6,
    locale: 'fr',
    countries: ['VN', 'FR'],
    given: ['Thị Minh', 'Văn Hùng', 'Ngọc Ánh'],
    family: ['Nguyễn', 'Trần', 'Phạm'],
  },
  {
    between: '',
    familyFirst: true,
    weight: 6,
    locale: 'en',
    countries: ['CN', 'JP', 'TW'],
    given: ['伟', '秀英', '陽子', '健'],
    family: ['李', '王', '佐藤', '陳'],
  },
  {
    ...western,
    weight: 6,
    locale: 'fr',
    countries: ['MA', 'DZ', 'TN', 'LB', 'EG'],
    given: ['محمد', 'فاطمة', 'يوسف'],
    family: ['العلوي', 'بن علي', 'حداد'],
  },
  {
    ...western,
    weight: 6,
    locale: 'en',
    countries: ['UA', 'GR', 'IN', 'KR', 'IL'],
    given: ['Олена', 'Ελένη', 'प्रिया', '지우', 'נועה'],
    family: ['Шевченко', 'Παππά', 'शर्मा', '김', 'לוי'],
  },
]
