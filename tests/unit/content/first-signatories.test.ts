import { expect, test } from 'vitest'
import { readCampaign } from '#lib/content/campaign.ts'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'

const PUBLISHED_BY_THE_PRESS = [
  ['Madeleine Albright', 'government', 'former Secretary of State, United States'],
  ['Ban Ki-moon', 'international-organisation', 'former Secretary-General of the United Nations'],
  [
    'Margaret Chan',
    'international-organisation',
    'former Director-General of the World Health Organization',
  ],
  ['Eva Chen', 'technology', 'chief executive, Trend Micro'],
  ['Stéphane Duguin', 'civil-society', 'chief executive, CyberPeace Institute'],
  ['Mohamed ElBaradei', 'international-organisation', 'Nobel Peace Prize winner'],
  ['Mikhail Gorbachev', 'government', 'former President of the Soviet Union'],
  [
    'Zeid Raad Al Hussein',
    'international-organisation',
    'former United Nations High Commissioner for Human Rights',
  ],
  ['Igor Ivanov', 'government', 'former Minister of Foreign Affairs, Russia'],
  ['Eugène Kaspersky', 'technology', 'chief executive, Kaspersky'],
  ['Marietje Schaake', 'civil-society', 'president, CyberPeace Institute'],
  ['Brad Smith', 'technology', 'president, Microsoft'],
  ['Desmond Tutu', 'faith', 'archbishop, Nobel Peace Prize winner'],
  ['Ernesto Zedillo', 'government', 'former President of Mexico'],
]

test('every first signatory that the press named is there, in order, with the role it gave', () => {
  const shown = readFirstSignatories('en').map(({ name, category, role }) => [name, category, role])
  expect(shown).toEqual(PUBLISHED_BY_THE_PRESS)
})

test('all joined on 26 May 2020, Eugène Kaspersky the day after', () => {
  const later = readFirstSignatories('fr').filter(({ joined }) => joined !== '2020-05-26')
  expect(later).toEqual([
    {
      name: 'Eugène Kaspersky',
      role: 'directeur général de Kaspersky',
      category: 'technology',
      joined: '2020-05-27',
    },
  ])
})

test('French roles are French: none is left in English', () => {
  const english = readFirstSignatories('en').map(({ role }) => role)
  const french = readFirstSignatories('fr').map(({ role }) => role)
  expect(french.filter(role => english.includes(role))).toEqual([])
  expect(french[0]).toBe('ancienne secrétaire d’État des États-Unis')
})

test('categories have the same codes in both languages, in the same order', () => {
  const codes = (language: string) => readCampaign(language).categories.map(({ code }) => code)
  expect(codes('fr')).toEqual(codes('en'))
  expect(codes('fr')).toHaveLength(9)
})
