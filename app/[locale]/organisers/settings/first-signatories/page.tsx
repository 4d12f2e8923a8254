import { getMessages, getTranslations } from 'next-intl/server'
import { UploadForm } from '#components/organisers/paper/UploadForm.tsx'
import type { SettingsField, SettingsGroup } from '#components/organisers/settings/SettingsForm.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { countRows } from '#lib/editing/parts/first-signatories.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { PartPage } from '../part-page.tsx'
import { readPlaces } from './list-places.ts'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.firstSteps.steps.firstSignatories.title,
)

/** First signatories, typed or from a list. */
export default async function FirstSignatoriesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/settings/first-signatories'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const [{ organisers }, t, query] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.settings.firstSignatories' }),
    searchParams,
  ])
  const words = organisers.settings.firstSignatories
  const options = readCampaign(locale).categories
  const fieldNames = { ...words, role: words.list.role }
  const places = readPlaces(query.at).map(({ line, field }) =>
    t('list.place', { line, field: fieldNames[field] }),
  )
  const fault = wordFor(words.faults, query.fault)
  const error =
    places.length > 0 ? [fault, t('list.places', { places: places.join(', ') })] : [fault]
  const row = (index: number): SettingsField[] => [
    { name: `name-${index}`, label: words.name },
    ...languages().map(language => ({
      name: `role-${language}-${index}`,
      lang: language,
      label: t('role', { language: readMessages(language).site.languageName }),
    })),
    { name: `category-${index}`, label: words.category, options },
    { name: `joined-${index}`, label: words.joined, type: 'date' },
    { name: `order-${index}`, label: words.order, type: 'number' },
  ]
  const groups = (kept: Record<string, string>): SettingsGroup[] =>
    Array.from({ length: countRows(kept) }, (_, index) => ({
      id: String(index),
      legend: kept[`name-${index}`] || words.another,
      fields: row(index),
    }))
  return (
    <PartPage
      locale={locale}
      organiser={organiser}
      name="firstSignatories"
      searchParams={searchParams}
      groups={groups}
    >
      <UploadForm
        action={`/${locale}/organisers/settings/first-signatories/list`}
        hint={t('list.hint', { languages: languages().length })}
        error={fault && error.join(' ')}
        words={words.list}
      />
    </PartPage>
  )
}
