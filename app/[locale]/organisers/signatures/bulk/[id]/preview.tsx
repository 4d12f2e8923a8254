import { getMessages, getTranslations } from 'next-intl/server'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { BulkPreview } from '#components/organisers/signatures/BulkPreview.tsx'
import { RemovalFields } from '#components/organisers/signatures/RemovalFields.tsx'
import { Select } from '#components/ui/Select.tsx'
import ticks from '#components/ui/tick.module.css'
import type { BulkActionDetail } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { queryOf, REASONS } from '#lib/signatures/filters/filters.ts'
import { removalReasons } from '../../removal-reasons.ts'
import { beginBulkActionAction, chooseMembersAction } from '../actions.ts'
import { memberCells, memberColumns } from './members.tsx'

type PreviewProps = { locale: string; detail: BulkActionDetail }

/** Which signatures a bulk action is about: all can be paged through, and single ones left out. */
export async function Preview({ locale, detail }: PreviewProps) {
  const words = (await getMessages({ locale })).organisers.signatures
  const t = await getTranslations({ locale, namespace: 'organisers.signatures.bulk' })
  const { action, members, rule, page, pages } = detail
  const { bulk, table } = words
  return (
    <BulkPreview
      id={action.id}
      choose={chooseMembersAction.bind(null, locale)}
      begin={beginBulkActionAction.bind(null, locale)}
      page={page}
      pages={pages}
      shown={members.map(({ id }) => id)}
      questions={<Questions locale={locale} detail={detail} />}
      cancelHref={`/${locale}/organisers/signatures${rule ? queryOf(rule) : ''}`}
      words={{ ...bulk, ...words.pages, place: t('place', { page, pages }) }}
    >
      <DataRows
        label={bulk.sample}
        columns={[...memberColumns(words), { name: bulk.included }]}
        rows={members.map(member => ({
          id: member.id,
          cells: [
            ...memberCells(locale, member, table.nameless),
            <input
              key="chosen"
              type="checkbox"
              name="chosen"
              value={member.id}
              className={ticks.box}
              defaultChecked={member.state === 'waiting'}
              aria-label={table.select.replace('{name}', member.name || table.nameless)}
            />,
          ],
        }))}
      />
    </BulkPreview>
  )
}

/** Why: of a hold and of a removal. */
async function Questions({ locale, detail }: PreviewProps) {
  const words = (await getMessages({ locale })).organisers.signatures
  const { kind, holdReason } = detail.action
  if (kind === 'release') return null
  if (kind === 'remove') {
    return <RemovalFields id="bulk" reasons={await removalReasons(locale)} words={words.removal} />
  }
  return (
    <Select
      id="bulk-reason"
      name="reason"
      label={words.detail.reason}
      none={words.reasons.by_hand}
      options={REASONS.filter(code => code !== 'by_hand').map(code => ({
        code,
        name: words.reasons[code],
      }))}
      defaultValue={holdReason === 'by_hand' ? '' : (holdReason ?? '')}
    />
  )
}
