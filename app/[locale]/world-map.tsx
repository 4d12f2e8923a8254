import { getMessages, getTranslations } from 'next-intl/server'
import { WorldMap } from '#components/ui/WorldMap.tsx'
import { type CountryCount, type Step, shadeCountries } from '#lib/geography/shade-countries.ts'
import { countryName } from '#lib/text/countries.ts'

type CountriesMapProps = {
  locale: string
  counts: CountryCount[]
  /** From how many signatures a country is told apart: for readers as lib says; organisers see each one. */
  toldApartFrom?: number
}

/** Where signatures come from, as a map with its table, in words. */
export async function CountriesMap({ locale, counts, toldApartFrom }: CountriesMapProps) {
  const [{ map: words }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'map' }),
  ])
  const inDigits = (count: number) => new Intl.NumberFormat(locale).format(count)
  const { steps, told, others, unsaid } = shadeCountries(counts, toldApartFrom)
  const least = steps[0]?.from ?? 1
  const rangeOf = ({ from, to }: Step) => {
    if (to === null) return t('orMore', { count: from })
    return from === to ? inDigits(from) : `${inDigits(from)}–${inDigits(to)}`
  }
  return (
    <WorldMap
      label={t('label', { countries: told.length })}
      countries={told.map(({ country, signatures, step }) => ({
        code: country,
        name: countryName(country, locale),
        signatures: inDigits(signatures),
        step,
      }))}
      steps={steps.map(rangeOf)}
      others={[
        { name: t('fewerEach', { count: least }), signatures: others.signatures },
        { name: words.unsaid, signatures: unsaid },
      ]
        .filter(({ signatures }) => signatures > 0)
        .map(({ name, signatures }) => ({ name, signatures: inDigits(signatures) }))}
      words={{ ...words, others: t('fewer', { count: least }) }}
    />
  )
}
