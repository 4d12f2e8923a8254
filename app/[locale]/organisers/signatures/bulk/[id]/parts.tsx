import { getMessages } from 'next-intl/server'
import { Address } from '#components/organisers/common/Address.tsx'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { FactList } from '#components/organisers/signatures/FactList.tsx'
import type { BulkActionDetail } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { queryOf } from '#lib/signatures/filters/filters.ts'
import { formatterIn } from '../../../formatter.ts'
import { timeFormat } from '../../[id]/format-time.ts'
import { describeFilters } from '../../describe-filters.ts'

type PartProps = { locale: string; detail: BulkActionDetail }

const STATES = ['waiting', 'done', 'changed', 'undone', 'kept'] as const

/** What it is about, why, and how far it is. */
export async function BulkFacts({ locale, detail }: PartProps) {
  const words = (await getMessages({ locale })).organisers.signatures
  const [format, when] = await Promise.all([formatterIn(locale), timeFormat(locale)])
  const { action, rule, counts } = detail
  const isBegun = action.state !== 'preview'
  return (
    <FactList
      facts={[
        {
          name: words.bulk.ruleOf,
          value: rule ? (
            <a href={`/${locale}/organisers/signatures${queryOf(rule)}`}>
              {(await describeFilters(locale, rule)).join(' · ')}
            </a>
          ) : (
            words.bulk.selectionOf
          ),
        },
        { name: words.detail.reason, value: action.holdReason && words.reasons[action.holdReason] },
        { name: words.bulk.began, value: when(action.startedAt) },
        ...STATES.map(state => ({
          name: words.bulk.memberStates[state],
          value: isBegun && counts[state] > 0 ? format.number(counts[state]) : null,
        })),
      ]}
    />
  )
}

/** Some of its signatures, each a way to its page. */
export async function BulkSample({ locale, detail }: PartProps) {
  const { bulk, table } = (await getMessages({ locale })).organisers.signatures
  return (
    <DataRows
      label={bulk.sample}
      columns={[table.who, table.address, bulk.progress].map(name => ({ name }))}
      rows={detail.sample.map(({ id, name, organisation, email, state }) => ({
        id,
        cells: [
          <a key="who" href={`/${locale}/organisers/signatures/${id}`}>
            <bdi>{[name || table.nameless, organisation].filter(Boolean).join(' – ')}</bdi>
          </a>,
          <Address key="address" email={email} />,
          bulk.memberStates[state],
        ],
      }))}
    />
  )
}
