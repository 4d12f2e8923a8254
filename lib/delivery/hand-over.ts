import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { readNotes } from '#lib/campaign/notes.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { TextFault } from '#lib/text/text-rules.ts'
import { isoDay } from '#lib/time/iso-day.ts'
import { localDay } from '#lib/time/zoned-time.ts'

/** What is typed of a handover: its day, ISO 8601 in the campaign's time zone, and to whom, by language. */
export type TypedHandover = { day: string; to: Record<string, string> }

export type HandoverFaults = {
  /** `invalid`: no day; `to-come`: it is not there yet; `too-early`: before the signatures were frozen. */
  day?: 'invalid' | 'to-come' | 'too-early'
  to: Record<string, TextFault>
}

/** Outcome of handing over. `not-ready`: its pack was never made; `already`: it was handed over before. */
export type HandOverOutcome =
  | { outcome: 'handed-over' | 'already' | 'not-ready' | 'unknown' }
  | { outcome: 'refused'; faults: HandoverFaults }

/**
 * States that a pack was handed over, to whom and when: its root becomes public, signatories see that they are in it,
 * and the period begins after which addresses are erased (lib/retention). Nothing takes it back.
 */
export async function handOver(
  organiser: Organiser,
  id: string,
  typed: TypedHandover,
  now = sharedNow(),
): Promise<HandOverOutcome> {
  const snapshot = await database.deliverySnapshot.findUnique({ where: { id } })
  if (!snapshot) return { outcome: 'unknown' }
  if (snapshot.handedOverOn) return { outcome: 'already' }
  if (!snapshot.takenAt || !snapshot.madeAt) return { outcome: 'not-ready' }
  const { notes, faults } = readNotes(typed.to, true)
  const dayFault = faultOfDay(typed.day, { takenAt: snapshot.takenAt, now })
  if (faults || dayFault) {
    return { outcome: 'refused', faults: { ...(dayFault && { day: dayFault }), to: faults ?? {} } }
  }
  return database.$transaction(async transaction => {
    const { count } = await transaction.deliverySnapshot.updateMany({
      where: { id, handedOverOn: null },
      data: {
        handedOverOn: new Date(typed.day),
        handedOverTo: notes,
        handedOverById: organiser.id,
      },
    })
    if (count === 0) return { outcome: 'already' }
    const details = { day: typed.day, root: snapshot.root }
    await recordAuditEvent(
      { by: organiser, kind: 'pack-handed-over', subject: id, details },
      transaction,
    )
    return { outcome: 'handed-over' }
  })
}

function faultOfDay(day: string, { takenAt, now }: { takenAt: Date; now: Date }) {
  if (!isoDay.safeParse(day).success) return 'invalid'
  if (day > localDay(now, timeZone())) return 'to-come'
  return day < localDay(takenAt, timeZone()) ? 'too-early' : undefined
}
