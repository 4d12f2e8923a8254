import type { Organiser } from '#lib/access/organiser.ts'
import { organiserLabel } from '#lib/access/organiser-label.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'

/** For how many minutes somebody who opened a signature is taken to be looking at it. */
export const LOOKING_MINUTES = 5

/**
 * Colleagues who opened this signature within the last minutes, as the audit log has it anyway: nothing more is kept of
 * who looks at what.
 */
export async function readOnlookers(organiser: Organiser, subject: string, now = sharedNow()) {
  const seen = await database.auditRecord.findMany({
    where: {
      kind: 'signature-seen',
      subject,
      at: { gt: new Date(now.getTime() - LOOKING_MINUTES * MINUTE_MS) },
      organiserId: { not: organiser.id },
    },
    select: { organiserId: true },
  })
  const ids = [...new Set(seen.flatMap(({ organiserId }) => organiserId ?? []))]
  const colleagues = await database.organiser.findMany({
    where: { id: { in: ids } },
    orderBy: { email: 'asc' },
    select: { name: true, email: true },
  })
  return colleagues.map(organiserLabel)
}
