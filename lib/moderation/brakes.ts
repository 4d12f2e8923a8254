import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { UNTIL_LOOKED_AT } from '#lib/signatures/mail-pace.ts'
import { BRAKES, type BrakeName, readBrakes } from '#lib/signatures/trust/brakes.ts'

/** Mails that waited for a look go at this distance, in seconds, once there was one. */
const SECONDS_BETWEEN_MAILS = 2

/** A brake that is on, as organisers see it. */
export type BrakeNotice = { name: BrakeName; onSince: Date; heldBack: number }

/** The brakes that are on, and how much each has kept the site from. */
export async function readBrakeNotices(now = new Date()): Promise<BrakeNotice[]> {
  const brakes = await readBrakes(now)
  return brakes.map(({ name, onSince, heldBack }) => ({ name, onSince, heldBack }))
}

/** What a form of the console may name. */
export function brakeNamed(name: unknown): BrakeName | null {
  return typeof name === 'string' && Object.hasOwn(BRAKES, name) ? (name as BrakeName) : null
}

/**
 * An organiser has looked: the brake is off, and counts from none again. Mails that waited for it go, one
 * after the other; what is reported or held otherwise waits for its own look.
 */
export async function releaseBrake(organiser: Organiser, name: BrakeName) {
  return database.$transaction(async transaction => {
    const [brake] = await transaction.$queryRaw<{ heldBack: number }[]>`
      DELETE FROM brake WHERE name = ${name} RETURNING held_back`
    if (!brake) return { outcome: 'off' as const }
    await transaction.automaticAct.deleteMany({ where: { brake: name } })
    if (name === 'mail-queue') await letMailsGo(transaction)
    const details = { brake: name, heldBack: brake.heldBack }
    await recordAuditEvent({ by: organiser, kind: 'brake-released', details }, transaction)
    return { outcome: 'released' as const }
  })
}

async function letMailsGo(transaction: Prisma.TransactionClient) {
  await transaction.$executeRaw`
    UPDATE mail SET next_attempt_at = now() + turn.place * ${SECONDS_BETWEEN_MAILS}::int * interval '1 s'
    FROM (
      SELECT id, row_number() OVER (ORDER BY id) AS place FROM mail
      WHERE status = 'waiting' AND next_attempt_at >= ${UNTIL_LOOKED_AT}
    ) turn
    WHERE mail.id = turn.id`
}
