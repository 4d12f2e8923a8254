import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { readBulkAction } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { knownLocale } from '../../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../../page-metadata.ts'
import { organiserWhoMay } from '../../../access.ts'
import { ConsolePage } from '../../../console-page.tsx'
import { OutcomeNotice } from '../../outcome-notice.tsx'
import { pageNumber } from '../bulk-request.ts'
import { BulkFacts } from './facts.tsx'
import { Preview } from './preview.tsx'
import { Progress } from './progress.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.signatures.bulk.title)

/** One bulk action: before, what it would do; after, how far it is and how to undo it. */
export default async function BulkActionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/signatures/bulk/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const { notice, page } = await searchParams
  const detail = await readBulkAction(organiser, (await params).id, pageNumber.parse(page))
  if (!detail) notFound()
  const { action } = detail
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.signatures.bulk' }),
  ])
  const words = organisers.signatures.bulk
  const isPreview = action.state === 'preview'
  const Work = isPreview ? Preview : Progress
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path={`/organisers/signatures/bulk/${action.id}`}
      title={t('previewTitle', { kind: words.kinds[action.kind], count: action.rows })}
      lead={isPreview ? words.previewLead : words.states[action.state]}
    >
      <OutcomeNotice locale={locale} outcome={notice} />
      <BulkFacts locale={locale} detail={detail} />
      <Work locale={locale} detail={detail} />
    </ConsolePage>
  )
}
