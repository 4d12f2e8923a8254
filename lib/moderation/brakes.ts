import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { UNTIL_LOOKED_AT } from '#lib/signatures/mail-pace.ts'
import { BRAKES, type BrakeName, readBrakes } from '#lib/signatures/trust/brakes.ts'
import { deleteBrake, spreadMails } from './queries/brakes.ts'

/** Seconds between mails that are released after review. */
const SECONDS_BETWEEN_MAILS = 2

/** A brake that is on, as organisers see it. */
export type BrakeNotice = { name: BrakeName; onSince: Date; heldBack: number }

/** Active brakes, and how many acts each has prevented. */
export async function readBrakeNotices(now = new Date()): Promise<BrakeNotice[]> {
  const brakes = await readBrakes(now)
  return brakes.map(({ name, onSince, heldBack }) => ({ name, onSince, heldBack }))
}

/** What a form of the console may name. */
export function brakeNamed(name: unknown): BrakeName | null {
  return typeof name === 'string' && Object.hasOwn(BRAKES, name) ? (name as BrakeName) : null
}

/**
 * Releases a brake after an organiser's review: its count begins at zero. Mails that waited for it go one after
 * the other; reported or held signatures wait for their own review.
 */
export async function releaseBrake(organiser: Organiser, name: BrakeName) {
  return database.$transaction(async transaction => {
    const heldBack = await deleteBrake(transaction, name)
    if (heldBack === undefined) return { outcome: 'off' as const }
    await transaction.automaticAct.deleteMany({ where: { brake: name } })
    if (name === 'mail-queue') {
      const secondsBetween = SECONDS_BETWEEN_MAILS
      await spreadMails(transaction, { from: UNTIL_LOOKED_AT, secondsBetween })
    }
    const details = { brake: name, heldBack }
    await recordAuditEvent({ by: organiser, kind: 'brake-released', details }, transaction)
    return { outcome: 'released' as const }
  })
}
