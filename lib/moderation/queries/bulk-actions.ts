import { database } from '#lib/database/client.ts'
import { type BulkMemberState, Prisma, type SignatureStatus } from '#lib/database/types.ts'
import type { Filters } from '#lib/signatures/filters/filters.ts'
import { filtersToSql } from '#lib/signatures/queries/filters-to-sql.ts'
import { CONTENTS } from './content-hash.ts'

/** Signatures as an organiser chose them: those that were ticked, as she read them, or all that filters let pass. */
export type BulkChoice = { chosen: { id: string; contents: string }[] } | { rule: Filters }

/**
 * Writes down the members of a bulk action as they are now: those of the choice that stand where it
 * begins, so many at most. Resolves to how many.
 */
export function insertMembers(
  transaction: Prisma.TransactionClient,
  id: string,
  choice: BulkChoice,
  { statuses, most }: { statuses: readonly SignatureStatus[]; most: number },
) {
  const from = statuses.map(status => Prisma.sql`${status}::signature_status`)
  return transaction.$executeRaw`
    INSERT INTO bulk_action_member (bulk_action_id, signature_id, content_hash)
    SELECT ${id}::uuid, signature.id, ${CONTENTS}
    FROM signature
    WHERE status IN (${Prisma.join(from)})
      AND ${'rule' in choice ? filtersToSql(choice.rule) : areChosen(choice.chosen)}
    LIMIT ${most}`
}

/** Those that were ticked, unless they have changed since the page was shown. */
function areChosen(chosen: { id: string; contents: string }[]) {
  const ids = chosen.map(({ id }) => Prisma.sql`${id}::uuid`)
  const contents = chosen.map(each => each.contents)
  return Prisma.sql`signature.id IN (${Prisma.join(ids)}) AND ${CONTENTS} IN (${Prisma.join(contents)})`
}

/** Locks a bulk action that is under way until the transaction ends. Resolves to whether there is one. */
export async function lockAction(transaction: Prisma.TransactionClient, id: string) {
  const [locked] = await transaction.$queryRaw<{ id: string }[]>`
        SELECT id FROM bulk_action
        WHERE id = ${id}::uuid AND state IN ('running', 'undoing') FOR UPDATE`
  return locked !== undefined
}

/** Locks a preview until the transaction ends. Resolves to whether it is one still. */
export async function lockPreview(transaction: Prisma.TransactionClient, id: string) {
  const [locked] = await transaction.$queryRaw<{ id: string }[]>`
        SELECT id FROM bulk_action WHERE id = ${id}::uuid AND state = 'preview' FOR UPDATE`
  return locked !== undefined
}

/** Marks those of some members that stand where the mark begins. */
export function markMembers(
  transaction: Prisma.TransactionClient,
  bulkActionId: string,
  ids: string[],
  { from, to }: { from: BulkMemberState; to: BulkMemberState },
) {
  return transaction.bulkActionMember.updateMany({
    where: { bulkActionId, signatureId: { in: ids }, state: from },
    data: { state: to },
  })
}

/** The next members that wait, with whether each still is what was chosen; their signatures are locked. */
export function lockWaitingMembers(
  transaction: Prisma.TransactionClient,
  actionId: string,
  most: number,
) {
  return transaction.$queryRaw<{ id: string; isSame: boolean }[]>`
    SELECT signature.id, member.content_hash = ${CONTENTS} AS is_same
    FROM bulk_action_member member JOIN signature ON signature.id = member.signature_id
    WHERE member.bulk_action_id = ${actionId}::uuid AND member.state = 'waiting'
    ORDER BY signature.id LIMIT ${most} FOR UPDATE OF signature`
}

/** A member that was done. */
export type DoneMember = { id: string; holdReasons: string[]; isUntouched: boolean }

/**
 * The next members that were done, with whether nobody has touched each since; their signatures are
 * locked.
 */
export function lockDoneMembers(
  transaction: Prisma.TransactionClient,
  actionId: string,
  most: number,
) {
  return transaction.$queryRaw<DoneMember[]>`
    SELECT signature.id, signature.hold_reasons::text[], signature.name <> '' AND NOT EXISTS (
      SELECT FROM signature_event e
      WHERE e.signature_id = signature.id AND e.at > member.done_at AND (
        e.kind IN ('held', 'released', 'withdrawn', 'removed', 'restored')
        OR e.kind = 'corrected' AND e.organiser_id IS NULL)
    ) AS is_untouched
    FROM bulk_action_member member JOIN signature ON signature.id = member.signature_id
    WHERE member.bulk_action_id = ${actionId}::uuid AND member.state = 'done'
    ORDER BY signature.id LIMIT ${most} FOR UPDATE OF signature`
}

/** `doneAt` is the time of the line that the history got: what comes later came between. */
export function completeMembers(
  transaction: Prisma.TransactionClient,
  bulkActionId: string,
  ids: string[],
  state: BulkMemberState,
) {
  return transaction.$executeRaw`
    UPDATE bulk_action_member member SET state = ${state}::bulk_member_state,
      done_at = (SELECT max(at) FROM signature_event e WHERE e.signature_id = member.signature_id)
    WHERE bulk_action_id = ${bulkActionId}::uuid AND signature_id = ANY(${ids}::uuid[])`
}

/** Forgets of the rules of actions that ended before then what may be one person's. */
export function forgetPersonalFilters(finishedBefore: Date) {
  return database.$executeRaw`
    UPDATE bulk_action SET filters = filters - '{q,network,pressNetwork}'::text[]
    WHERE filters ?| '{q,network,pressNetwork}' AND finished_at < ${finishedBefore}`
}
