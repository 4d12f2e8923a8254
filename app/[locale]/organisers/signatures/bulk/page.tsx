import { getMessages, getTranslations } from 'next-intl/server'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { UNDO_DAYS } from '#lib/content/periods.ts'
import { listBulkActions } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { formatterIn } from '../../formatter.ts'

const PATH = '/organisers/signatures/bulk'

export const generateMetadata = unlistedPage(messages => messages.organisers.signatures.bulk.title)

/** What was done to many signatures at once, and the way to undo it. */
export default async function BulkActionsPage({
  params,
}: PageProps<'/[locale]/organisers/signatures/bulk'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const t = await getTranslations({ locale, namespace: 'organisers.signatures.bulk' })
  const [messages, format, actions] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    listBulkActions(),
  ])
  const { signatures } = messages.organisers
  const words = signatures.bulk
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path={PATH}
      title={words.title}
      lead={t('lead', { days: UNDO_DAYS })}
    >
      <p>
        <a href={`/${locale}/organisers/signatures`}>{signatures.detail.back}</a>
      </p>
      {actions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataRows
          label={words.title}
          columns={[
            { name: words.what },
            { name: words.howMany, isNumber: true },
            { name: words.began },
            { name: words.state },
          ]}
          rows={actions.map(({ id, kind, rows, startedAt, createdAt, state }) => ({
            id,
            cells: [
              <a key="what" href={`/${locale}${PATH}/${id}`}>
                {words.kinds[kind]}
              </a>,
              format.number(rows),
              format.dateTime(startedAt ?? createdAt, { dateStyle: 'long' }),
              words.states[state],
            ],
          }))}
        />
      )}
    </ConsolePage>
  )
}
