import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PackForm } from '#components/organisers/delivery/PackForm.tsx'
import { timeZone } from '#lib/content/campaign.ts'
import { type PackChoices, readPackChoices } from '#lib/delivery/pack-choices.ts'
import { TOLD_APART_FROM } from '#lib/geography/shade-countries.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { formatZonedTime, readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { preparePackAction } from '../actions.ts'
import { coverGroups } from '../pack-fields.ts'

const PATH = '/organisers/packs/new'

export const generateMetadata = unlistedPage(messages => messages.organisers.packs.prepare.title)

/** A pack as an organiser wishes it: in which languages, for which country, with which cover letter. */
export default async function NewPackPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/packs/new'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('export-public', locale, { fresh: true })
  const of = z.uuid().safeParse((await searchParams).of).data
  const choices = await readPackChoices(of ?? null)
  if (!choices) notFound()
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.packs' }),
  ])
  const { prepare, cover } = organisers.packs
  const { source } = choices
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="packs"
      path={of ? `${PATH}?of=${of}` : PATH}
      title={prepare.title}
      lead={
        source
          ? t('prepare.leadOf', { moment: formatZonedTime(locale, source.takenAt, timeZone()) })
          : prepare.lead
      }
    >
      <PackForm
        of={of ?? ''}
        languages={choices.languages.map(code => ({
          code,
          name: readMessages(code).site.languageName,
        }))}
        countries={await countryOptions(locale, choices)}
        covers={await coverGroups(locale, choices.languages)}
        action={preparePackAction.bind(null, locale)}
        words={{
          ...prepare,
          countryHint: t('prepare.countryHint', { least: TOLD_APART_FROM }),
          cover,
        }}
      />
    </ConsolePage>
  )
}

/** In the alphabetical order of the language, each with its number of signatures. */
async function countryOptions(locale: string, { countries }: PackChoices) {
  const t = await getTranslations({ locale, namespace: 'organisers.packs' })
  const inDigits = new Intl.NumberFormat(locale)
  return countriesIn(locale).flatMap(({ code, name }) => {
    const told = countries.find(({ country }) => country === code)
    if (!told) return []
    const count = inDigits.format(told.signatures)
    return [{ code, name: t('prepare.option', { country: name, count }) }]
  })
}
