import { getMessages, getTranslations } from 'next-intl/server'
import { BatchTable } from '#components/organisers/paper/BatchTable.tsx'
import { UploadForm } from '#components/organisers/paper/UploadForm.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { LARGEST_FILE_BYTES, MOST_ROWS } from '#lib/content/limits.ts'
import { listBatches } from '#lib/paper/read-batch.ts'
import { formatDay, type Messages } from '#lib/text/messages.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'

const MEGABYTE = 1024 * 1024

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.paper)

/** Where a list gathered elsewhere is brought, and what was brought in before. */
export default async function PaperPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/paper'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('import', locale)
  const { fault } = await searchParams
  const [messages, t, format, batches] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.paper' }),
    formatterIn(locale),
    listBatches(),
  ])
  const words: Messages['organisers']['paper'] = messages.organisers.paper
  const limits = { megabytes: LARGEST_FILE_BYTES / MEGABYTE, rows: MOST_ROWS }
  return (
    <ConsolePage locale={locale} organiser={organiser} section="paper" lead={words.lead}>
      <UploadForm
        action={`/${locale}/organisers/paper/upload`}
        hint={t('upload.hint', limits)}
        error={wordFor(words.faults, fault)}
        words={words.upload}
      />
      <p>
        <a href={`/${locale}/organisers/paper/sheet`}>{words.sheet.link}</a>
      </p>
      <BatchTable
        batches={batches.map(({ id, fileName, place, gatheredOn, status, importedRows }) => ({
          id,
          href: `/${locale}/organisers/paper/${id}`,
          title: place || fileName,
          day: gatheredOn && formatDay(locale, gatheredOn),
          status: words.statuses[status],
          signatures: format.number(importedRows),
        }))}
        words={words.batches}
      />
    </ConsolePage>
  )
}
