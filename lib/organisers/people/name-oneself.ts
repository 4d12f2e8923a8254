import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { findTextFault, isBlank, type TextFault, tidyText } from '#lib/text/text-rules.ts'

/** Longest name of an organiser, in graphemes. */
export const LONGEST_ORGANISER_NAME = 60

/** Outcome of naming oneself. */
export type NameOneselfOutcome = { outcome: 'named' } | { outcome: 'refused'; fault: TextFault }

/** The name that an organiser gave herself; null without one. */
export async function readOwnName({ id }: Organiser) {
  const row = await database.organiser.findUnique({ where: { id }, select: { name: true } })
  return row?.name ?? null
}

/**
 * Saves what colleagues see beside an organiser's address, or nothing. The audit log says that it changed and not to
 * what: a name goes with its owner, the log stays.
 */
export async function nameOneself(
  organiser: Organiser,
  typed: string,
): Promise<NameOneselfOutcome> {
  const name = tidyText(typed)
  const fault = isBlank(name)
    ? null
    : findTextFault(name, { graphemes: LONGEST_ORGANISER_NAME, isName: true })
  if (fault) return { outcome: 'refused', fault }
  const { id } = organiser
  await database.$transaction(async transaction => {
    const { count } = await transaction.organiser.updateMany({
      where: { id },
      data: { name: isBlank(name) ? null : name },
    })
    const kind = 'organiser-named'
    if (count > 0) await recordAuditEvent({ by: organiser, kind, subject: id }, transaction)
  })
  return { outcome: 'named' }
}
