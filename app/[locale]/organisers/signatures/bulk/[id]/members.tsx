import { Address } from '#components/organisers/common/Address.tsx'
import type { BulkActionDetail } from '#lib/moderation/bulk/read-bulk-actions.ts'
import type { Messages } from '#lib/text/messages.ts'

type Member = BulkActionDetail['members'][number]

/** The columns that say who a signature of a bulk action is. */
export function memberColumns({ table }: Messages['organisers']['signatures']) {
  return [{ name: table.who }, { name: table.address }]
}

/** Their cells: the name is a way to the page of the signature. */
export function memberCells(locale: string, member: Member, nameless: string) {
  const { id, name, organisation, email } = member
  return [
    <a key="who" href={`/${locale}/organisers/signatures/${id}`}>
      <bdi>{name || nameless}</bdi>
      {organisation && (
        <>
          {' – '}
          <bdi>{organisation}</bdi>
        </>
      )}
    </a>,
    <Address key="address" email={email} />,
  ]
}
