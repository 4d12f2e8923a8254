import { getMessages } from 'next-intl/server'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { Panel } from '#components/organisers/signatures/Panels.tsx'
import { readTrends, type Trend } from '#lib/moderation/read-trends.ts'
import { queryOf } from '#lib/signatures/filters/filters.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { formatterIn } from '../../formatter.ts'
import { holdTrendAction } from '../bulk/actions.ts'
import { OutcomeNotice } from '../outcome-notice.tsx'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.signatures.trends.title,
)

/** Networks and domains from which more signatures come, or are confirmed, than usual, each held at one press. */
export default async function TrendingPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/signatures/trending'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const [{ organisers }, trends] = await Promise.all([getMessages({ locale }), readTrends()])
  const { trends: words, detail } = organisers.signatures
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path="/organisers/signatures/trending"
      title={words.title}
      lead={words.lead}
    >
      <p>
        <a href={`/${locale}/organisers/signatures`}>{detail.back}</a>
        {' · '}
        <a href={`/${locale}/organisers/signatures/rules`}>{organisers.signatures.rules.link}</a>
      </p>
      <OutcomeNotice locale={locale} outcome={(await searchParams).notice} />
      <Panel id="networks" title={words.networks}>
        <TrendTable locale={locale} source="network" trends={trends.networks} />
      </Panel>
      <Panel id="domains" title={words.domains}>
        <TrendTable locale={locale} source="domain" trends={trends.domains} />
      </Panel>
      <Panel id="presses" title={words.presses}>
        <p>{words.pressesLead}</p>
        <TrendTable locale={locale} source="pressNetwork" trends={trends.presses} />
      </Panel>
    </ConsolePage>
  )
}

type Source = 'network' | 'domain' | 'pressNetwork'
type TrendTableProps = { locale: string; source: Source; trends: Trend[] }

async function TrendTable({ locale, source, trends }: TrendTableProps) {
  const { trends: words } = (await getMessages({ locale })).organisers.signatures
  const format = formatterIn(locale)
  if (trends.length === 0) return <p>{words.none}</p>
  const room = `/${locale}/organisers/signatures`
  return (
    <DataRows
      label={words[LABELS[source]]}
      columns={[
        { name: words.key },
        { name: words.hour, isNumber: true },
        { name: words.day, isNumber: true },
        { name: words.usual, isNumber: true },
        { name: words.decide },
      ]}
      rows={trends.map(({ key, hour, day, usualDay }) => ({
        id: key,
        cells: [
          <a key="key" href={`${room}${queryOf({ [source]: key })}`}>
            {source === 'domain' ? key : key.slice(0, SHORT_HASH)}
          </a>,
          format.number(hour),
          format.number(day),
          format.number(usualDay, { maximumFractionDigits: 1 }),
          <OneButton
            key="hold"
            action={holdTrendAction.bind(null, locale)}
            label={words.hold}
            about={key}
            fields={{ [source]: key }}
          />,
        ],
      }))}
    />
  )
}

const LABELS = { network: 'networks', domain: 'domains', pressNetwork: 'presses' } as const
const SHORT_HASH = 12
