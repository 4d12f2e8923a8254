import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { UNDO_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import type { BulkAction, Prisma } from '#lib/database/types.ts'
import type { Filters } from '#lib/signatures/filters/filters.ts'
import { forgetRules } from '#lib/signatures/rules/active-rules.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { traceOf } from '../list-signatures.ts'
import { endRulesOf } from '../rules/end-rule.ts'
import { leaveSweep, sourceOf } from '../rules/leave-sweep.ts'
import { PREVIEW_HOURS, UNDOABLE } from './bulk-moves.ts'

/** Outcome of confirming a bulk action. `not-possible`: it was confirmed before, expired, or all of it was left out. */
export type BeginOutcome = { outcome: 'begun' | 'not-possible' | 'no-reason' }

/** Why it is done, where the preview does not say it yet, and whether owners are told of a removal. */
export type BulkWhy = {
  [field in 'holdReason' | 'removalReason' | 'tellsOwners']?: BulkAction[field] | undefined
}

/**
 * Confirms the preview of a bulk action. `continueBulkAction` then does it, chunk by chunk. Holding all of a network or
 * domain leaves a rule: whoever confirms from there in the next SWEEP_HOURS is held as well.
 */
export async function beginBulkAction(
  organiser: Organiser,
  id: string,
  why: BulkWhy = {},
  now = new Date(),
): Promise<BeginOutcome> {
  const createdAt = { gt: new Date(now.getTime() - PREVIEW_HOURS * HOUR_MS) }
  const begun = await database.$transaction(async transaction => {
    const kind = (await transaction.bulkAction.findUnique({ where: { id } }))?.kind
    if (kind === 'remove' && !why.removalReason) return { outcome: 'no-reason' as const }
    const { count } = await transaction.bulkAction.updateMany({
      where: { id, state: 'preview', createdAt, rows: { gt: 0 } },
      data: {
        ...saidOf(kind, why),
        state: 'running',
        startedAt: now,
        organiserId: organiser.id,
        networkHash: organiser.networkHash,
      },
    })
    if (count === 0) return NOT_POSSIBLE
    await sweep(transaction, organiser, id, now)
    return record(transaction, organiser, id, 'bulk-begun')
  })
  forgetRules()
  return begun
}

/** What of it is for this kind of action. */
function saidOf(kind: BulkAction['kind'] | undefined, why: BulkWhy): BulkWhy {
  const { holdReason, removalReason, tellsOwners } = why
  if (kind === 'remove') return { removalReason, tellsOwners }
  return kind === 'hold' ? { holdReason } : {}
}

async function sweep(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  id: string,
  now: Date,
) {
  const { kind, filters, holdReason } = await transaction.bulkAction.findUniqueOrThrow({
    where: { id },
  })
  const source = kind === 'hold' && filters ? sourceOf(filters as Filters) : null
  if (source)
    await leaveSweep(transaction, organiser, { source, holdReason, bulkActionId: id }, now)
}

/** Stops a bulk action that is under way: what it has done stays done, and can be undone; what it left to do ends. */
export async function stopBulkAction(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<{ outcome: 'stopped' | 'not-possible' }> {
  const stopped = await database.$transaction(async transaction => {
    const { count } = await transaction.bulkAction.updateMany({
      where: { id, state: 'running' },
      data: { state: 'done', finishedAt: now },
    })
    if (count === 0) return NOT_POSSIBLE
    await endRulesOf(transaction, id, now)
    const rows = await transaction.bulkActionMember.count({
      where: { bulkActionId: id, state: 'done' },
    })
    await recordAuditEvent({ by: organiser, kind: 'bulk-stopped', subject: id, rows }, transaction)
    return { outcome: 'stopped' as const }
  })
  forgetRules()
  return stopped
}

/**
 * Undoes a bulk action, within UNDO_DAYS: each signature goes back, unless it was changed since. The rule that it left
 * ends, and whom that rule held since stays held for a look.
 */
export async function undoBulkAction(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<BeginOutcome> {
  const begun = await database.$transaction(async transaction => {
    const { count } = await transaction.bulkAction.updateMany({
      where: { id, state: 'done', kind: { in: UNDOABLE }, finishedAt: { gt: undoneAfter(now) } },
      data: { state: 'undoing', undoneBy: organiser.id, networkHash: organiser.networkHash },
    })
    if (count === 0) return NOT_POSSIBLE
    await endRulesOf(transaction, id, now)
    return record(transaction, organiser, id, 'bulk-undo-begun')
  })
  forgetRules()
  return begun
}

/** Whether a bulk action can be undone. */
export function isUndoable({ state, kind, finishedAt }: BulkAction, now = new Date()) {
  return (
    state === 'done' &&
    UNDOABLE.includes(kind) &&
    finishedAt !== null &&
    finishedAt > undoneAfter(now)
  )
}

const NOT_POSSIBLE = { outcome: 'not-possible' } as const

function undoneAfter(now: Date) {
  return new Date(now.getTime() - UNDO_DAYS * DAY_MS)
}

async function record(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  id: string,
  event: 'bulk-begun' | 'bulk-undo-begun',
): Promise<BeginOutcome> {
  const {
    kind,
    holdReason,
    removalReason,
    filters: rule,
    rows,
  } = await transaction.bulkAction.findUniqueOrThrow({
    where: { id },
  })
  const excluded = await transaction.bulkActionMember.count({
    where: { bulkActionId: id, state: 'excluded' },
  })
  const details = {
    kind,
    reason: holdReason ?? removalReason,
    ...(excluded > 0 && { excluded }),
    ...(rule ? traceOf(rule as Filters) : {}),
  }
  await recordAuditEvent({ by: organiser, kind: event, subject: id, rows, details }, transaction)
  return { outcome: 'begun' }
}
