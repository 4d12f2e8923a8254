import { getMessages, getTranslations } from 'next-intl/server'
import type { SettingsField, SettingsGroup } from '#components/organisers/settings/SettingsForm.tsx'
import { languages } from '#lib/content/languages.ts'
import { countCategories } from '#lib/editing/parts/categories.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { PartPage } from '../part-page.tsx'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.firstSteps.steps.categories.title,
)

/** So many lines of the watch list are seen at once. */
const WATCHED_ROWS = 12

/** What signatories can say they are, and the names that others may borrow. */
export default async function CategoriesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/settings/categories'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.settings.categories' }),
  ])
  const words = organisers.settings.categories
  const row = (index: number): SettingsField[] => [
    ...languages().map(language => ({
      name: `category-${language}-${index}`,
      lang: language,
      label: t('name', { language: readMessages(language).site.languageName }),
    })),
    { name: `order-${index}`, label: words.order, type: 'number' },
  ]
  const watched = {
    id: 'watched',
    legend: words.watched,
    fields: [{ name: 'watched', label: words.lines, hint: words.linesHint, rows: WATCHED_ROWS }],
  }
  const groups = (kept: Record<string, string>): SettingsGroup[] => [
    ...Array.from({ length: countCategories(kept) }, (_, index) => ({
      id: String(index),
      legend: kept[`category-${locale}-${index}`] || words.another,
      fields: row(index),
    })),
    watched,
  ]
  return (
    <PartPage
      locale={locale}
      organiser={organiser}
      name="categories"
      searchParams={searchParams}
      groups={groups}
    />
  )
}
