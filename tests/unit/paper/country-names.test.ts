import { describe, expect, test } from 'vitest'
import { countryReader } from '#lib/paper/country-codes.ts'
import { USUAL_COUNTRY_NAMES } from '#lib/paper/usual-country-names.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'

const read = countryReader(['fr', 'en'])

describe('a country as people write it', () => {
  test.each([
    [
      'CI',
      ["Côte d'Ivoire", 'Côte d’Ivoire', 'COTE D`IVOIRE', 'Cote-d’Ivoire', 'Ivory Coast', 'RCI'],
    ],
    ['CI', ["Côte-d'Ivoire (RCI)", 'La Côte d‘Ivoire', 'Republic of Côte d’Ivoire']],
    ['US', ['USA', 'U.S.A.', 'usa', 'US', 'Etats-Unis', 'ÉTATS UNIS', 'les États‑Unis', 'America']],
    [
      'GB',
      ['UK', 'U.K.', 'Royaume Uni', 'Great Britain', 'Angleterre', 'Scotland', 'Grande Bretagne'],
    ],
    ['KR', ['Corée du Sud', 'Coree-du-Sud', 'South Korea', 'Korea (South)', 'Korea, Republic of']],
    ['KP', ['Corée du Nord', 'North Korea', 'DPRK']],
    ['NL', ['Holland', 'Hollande', 'the Netherlands', 'Pays Bas', 'Nederland']],
    ['CD', ['RDC', 'R.D.C.', 'RD Congo', 'Congo-Kinshasa', 'Rép. dém. du Congo', 'Zaïre']],
    ['CG', ['Congo Brazzaville', 'République du Congo']],
    ['CZ', ['Tchéquie', 'République Tchèque', 'Czech Republic', 'Czechia']],
    ['MM', ['Birmanie', 'Burma', 'Myanmar', 'Myanmar (Birmanie)']],
    ['BA', ['Bosnie', 'Bosnie et Herzégovine', 'Bosnia & Herzegovina', 'Bosnie-Herzégovine']],
    ['LC', ['St Lucia', 'Saint Lucia', 'Sainte-Lucie', 'Ste. Lucie']],
    ['ST', ['São Tomé e Príncipe', 'Sao Tome and Principe', 'Sao Tomé-et-Principe']],
    ['IR', ['Iran', 'Iran (Islamic Republic of)', 'République islamique d’Iran']],
    ['VE', ['Venezuela', 'Venezuela, Bolivarian Republic of']],
    ['MU', ['Maurice', 'Île Maurice', 'Ile Maurice', 'Mauritius']],
    ['TR', ['Turquie', 'Turkey', 'Türkiye']],
    ['HK', ['Hong Kong', 'Hongkong']],
    ['CM', ['Cameroun', 'République du Cameroun', 'Republic of Cameroon']],
    ['DE', ['DE', 'de', 'DEU', 'Allemagne', 'GERMANY.', 'Deutschland', 'Germania']],
    ['GR', ['Ελλάδα', 'Grèce']],
    ['EG', ['مصر', 'Égypte']],
    [
      'FR',
      ['FRANCE', 'la France', '🇫🇷 France', 'FRA', ' France ', 'Francia', 'France métropolitaine'],
    ],
  ])('%s: %j', (code, names) => {
    expect(names.map(name => [name, read(name)])).toEqual(names.map(name => [name, code]))
  })

  test.each(['fr', 'en', 'de', 'es', 'pt', 'it', 'ar', 'uk'])('whatever %s calls it', language => {
    const inThatLanguage = countryReader([language])
    for (const style of ['long', 'short', 'narrow'] as const) {
      const names = new Intl.DisplayNames(language, { type: 'region', style })
      // Spanish calls two countries "Congo", and shortens one as the other's code.
      const told = COUNTRY_CODES.filter(code => !/^(RU|Congo)$/.test(names.of(code) ?? ''))
      expect(told.length).toBeGreaterThan(240)
      expect(told.filter(code => inThatLanguage(names.of(code) ?? '') !== code)).toEqual([])
    }
  })

  test('the usual names are of countries, and each of one', () => {
    for (const [code, names] of Object.entries(USUAL_COUNTRY_NAMES)) {
      expect(COUNTRY_CODES).toContain(code)
      expect(names.map(name => [name, read(name)])).toEqual(names.map(name => [name, code]))
    }
  })

  test('what names two countries or none is asked for', () => {
    const unclear = ['Congo', 'Corée', 'Korea', 'Atlantis', 'UE', 'Europe', '—', '', '??', 'Lyon']
    expect(unclear.map(name => [name, read(name)])).toEqual(unclear.map(name => [name, undefined]))
  })
})
