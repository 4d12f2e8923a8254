import { getTranslations } from 'next-intl/server'
import type { Delivery } from '#lib/delivery/list-deliveries.ts'
import { countryName } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'

type Contents = Pick<Delivery, 'country' | 'languages' | 'hasCover'>

/** Says what was chosen for a pack: its country, its languages, its cover letter; null for a pack like any other. */
export async function describeContents(locale: string) {
  const t = await getTranslations({ locale, namespace: 'organisers.packs' })
  const namesOf = (codes: string[]) => codes.map(code => readMessages(code).site.languageName)
  return ({ country, languages, hasCover }: Contents) => {
    const said = [
      ...(country ? [t('contents.country', { country: countryName(country, locale) })] : []),
      ...(languages.length > 0
        ? [t('contents.languages', { languages: namesOf(languages).join(', ') })]
        : []),
      ...(hasCover ? [t('contents.cover')] : []),
    ]
    return said.length > 0 ? said.join(' · ') : null
  }
}
