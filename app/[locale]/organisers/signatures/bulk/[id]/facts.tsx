import { getMessages } from 'next-intl/server'
import { FactList } from '#components/organisers/signatures/FactList.tsx'
import type { BulkActionDetail } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { queryOf } from '#lib/signatures/filters/filters.ts'
import type { Messages } from '#lib/text/messages.ts'
import { formatterIn } from '../../../formatter.ts'
import { timeFormat } from '../../[id]/format-time.ts'
import { describeFilters } from '../../describe-filters.ts'

type PartProps = { locale: string; detail: BulkActionDetail }

const STATES = ['waiting', 'excluded', 'done', 'changed', 'undone', 'kept'] as const

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
        { name: words.detail.reason, value: isBegun && reasonOf(action, words) },
        { name: words.bulk.began, value: when(action.startedAt) },
        ...STATES.map(state => ({
          name: words.bulk.memberStates[state],
          value:
            (isBegun || state === 'excluded') && counts[state] > 0
              ? format.number(counts[state])
              : null,
        })),
      ]}
    />
  )
}

function reasonOf(
  { holdReason, removalReason }: BulkActionDetail['action'],
  words: Messages['organisers']['signatures'],
) {
  if (removalReason) return words.removal.reasons[removalReason]
  return holdReason && words.reasons[holdReason]
}
