import { getMessages } from 'next-intl/server'
import { Section } from '#components/ui/Section.tsx'
import { env } from '#lib/env/env.ts'
import { TOLD_APART_FROM } from '#lib/geography/shade-countries.ts'
import { readTallyByCountry } from '#lib/signatures/tally.ts'
import { CountriesMap } from '../world-map.tsx'

/** The map of signatures, once a country has enough of them to be told apart. */
export async function CountriesSection({ locale }: { locale: string }) {
  const counts = env.isBuild ? [] : await readTallyByCountry().catch(() => [])
  const isTold = counts.some(
    ({ country, signatures }) => country !== null && signatures >= TOLD_APART_FROM,
  )
  if (!isTold) return null
  const { map: words } = await getMessages({ locale })
  return (
    <Section id="countries" title={words.title} lead={words.lead} hasPulse>
      <CountriesMap locale={locale} counts={counts} />
    </Section>
  )
}
