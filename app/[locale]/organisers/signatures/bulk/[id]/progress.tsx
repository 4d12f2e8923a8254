import { getMessages } from 'next-intl/server'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { TablePager } from '#components/organisers/signatures/TablePager.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { isUndoable } from '#lib/moderation/bulk/begin-bulk-action.ts'
import type { BulkActionDetail } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { stopBulkActionAction, undoBulkActionAction } from '../actions.ts'
import { memberCells, memberColumns } from './members.tsx'

type ProgressProps = { locale: string; detail: BulkActionDetail }

/** How far a bulk action is that was begun, and what can be done about it. */
export async function Progress({ locale, detail }: ProgressProps) {
  const words = (await getMessages({ locale })).organisers.signatures
  const { action, members, page, pages } = detail
  const hrefOf = (number: number) =>
    `/${locale}/organisers/signatures/bulk/${action.id}?page=${number}`
  return (
    <>
      <ProgressButtons locale={locale} detail={detail} />
      <DataRows
        label={words.bulk.sample}
        columns={[...memberColumns(words), { name: words.bulk.progress }]}
        rows={members.map(member => ({
          id: member.id,
          cells: [
            ...memberCells(locale, member, words.table.nameless),
            words.bulk.memberStates[member.state],
          ],
        }))}
      />
      <TablePager
        newerHref={page > 1 ? hrefOf(page - 1) : null}
        olderHref={page < pages ? hrefOf(page + 1) : null}
        words={words.pages}
      />
    </>
  )
}

async function ProgressButtons({ locale, detail: { action } }: ProgressProps) {
  const { bulk: words } = (await getMessages({ locale })).organisers.signatures
  const fields = { id: action.id }
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
      <ButtonLink look="quiet" href={`/${locale}/organisers/signatures/bulk/${action.id}`}>
        {words.refresh}
      </ButtonLink>
    </>
  )
}
