import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { Panel } from '#components/organisers/signatures/Panels.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { isUndoable } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { type BulkActionDetail, readBulkAction } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { queryOf } from '#lib/signatures/filters/filters.ts'
import { knownLocale } from '../../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../../page-metadata.ts'
import { organiserWhoMay } from '../../../access.ts'
import { ConsolePage } from '../../../console-page.tsx'
import { OutcomeNotice } from '../../outcome-notice.tsx'
import { beginBulkActionAction, stopBulkActionAction, undoBulkActionAction } from '../actions.ts'
import { BulkFacts, BulkSample } from './parts.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.signatures.bulk.title)

/** One bulk action: before, what it would do; after, how far it is and how to undo it. */
export default async function BulkActionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/signatures/bulk/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const detail = await readBulkAction(organiser, (await params).id)
  if (!detail) notFound()
  const { action, sample } = detail
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.signatures.bulk' }),
  ])
  const words = organisers.signatures.bulk
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path={`/organisers/signatures/bulk/${action.id}`}
      title={t('previewTitle', { kind: words.kinds[action.kind], count: action.rows })}
      lead={action.state === 'preview' ? words.previewLead : words.states[action.state]}
    >
      <OutcomeNotice locale={locale} outcome={(await searchParams).notice} />
      <BulkFacts locale={locale} detail={detail} />
      <BulkButtons locale={locale} detail={detail} />
      <Panel id="sample" title={words.sample} lead={t('sampleLead', { count: sample.length })}>
        <BulkSample locale={locale} detail={detail} />
      </Panel>
    </ConsolePage>
  )
}

async function BulkButtons({ locale, detail }: { locale: string; detail: BulkActionDetail }) {
  const { bulk: words } = (await getMessages({ locale })).organisers.signatures
  const { action, rule } = detail
  const fields = { id: action.id }
  const room = `/${locale}/organisers/signatures`
  if (action.state === 'preview') {
    return (
      <>
        <OneButton
          action={beginBulkActionAction.bind(null, locale)}
          label={words.yes}
          look="main"
          fields={fields}
        />
        <p>
          <a href={`${room}${rule ? queryOf(rule) : ''}`}>{words.cancel}</a>
        </p>
      </>
    )
  }
  if (isUndoable(action)) {
    return (
      <OneButton
        action={undoBulkActionAction.bind(null, locale)}
        label={words.undo}
        fields={fields}
      />
    )
  }
  if (action.state === 'done' || action.state === 'undone') return null
  return (
    <>
      {action.state === 'running' && (
        <OneButton
          action={stopBulkActionAction.bind(null, locale)}
          label={words.stop}
          fields={fields}
        />
      )}
      <ButtonLink look="quiet" href={`${room}/bulk/${action.id}`}>
        {words.refresh}
      </ButtonLink>
    </>
  )
}
