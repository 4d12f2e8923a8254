import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import { erasureOf, mayPostpone } from './address-clock.ts'
import { readClock } from './read-clock.ts'

/** Outcome of postponing. `not-possible`: it was postponed before, is not near, or is done. */
export type PostponeErasureOutcome = { outcome: 'postponed' | 'not-possible' }

/** Postpones the erasure of addresses by POSTPONE_MONTHS, once, on record in the audit log. */
export async function postponeErasure(
  organiser: Organiser,
  now = new Date(),
): Promise<PostponeErasureOutcome> {
  return database.$transaction(async transaction => {
    await withLock(transaction, 'address-clock')
    const facts = await readClock(now, transaction)
    if (!mayPostpone(facts, now)) return { outcome: 'not-possible' }
    await transaction.addressClock.upsert({
      where: { id: 1 },
      create: { postponedAt: now },
      update: { postponedAt: now },
    })
    const from = erasureOf(facts)
    const to = erasureOf({ ...facts, postponedAt: now })
    const details = {
      because: from?.because ?? null,
      from: from?.at.toISOString() ?? null,
      to: to?.at.toISOString() ?? null,
    }
    await recordAuditEvent({ by: organiser, kind: 'erasure-postponed', details }, transaction)
    return { outcome: 'postponed' }
  })
}
