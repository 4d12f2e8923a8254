import { notFound } from 'next/navigation'
import { readBatch } from '#lib/paper/read-batch.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { DescribeStep } from './describe-step.tsx'
import { DoneStep } from './done-step.tsx'
import { ReviewStep } from './review-step.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.paper)

/** One batch: what its columns are, what checking found, what came of it. */
export default async function BatchPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/paper/[id]'>) {
  const { id } = await params
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('import', locale)
  const found = await readBatch(id)
  if (!found) notFound()
  const query = await searchParams
  const { batch } = found
  const step = { locale, organiser, query, ...found }
  const isDescribed = batch.status === 'checked' && query.columnFault === undefined
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="paper"
      path={`/organisers/paper/${id}`}
      title={batch.place || batch.fileName}
    >
      {batch.status === 'imported' || batch.status === 'undone' ? (
        <DoneStep locale={locale} batch={batch} />
      ) : isDescribed || batch.status === 'importing' ? (
        <ReviewStep {...step} />
      ) : null}
      {(batch.status === 'uploaded' || batch.status === 'checked') && <DescribeStep {...step} />}
    </ConsolePage>
  )
}
