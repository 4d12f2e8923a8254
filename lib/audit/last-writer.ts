import { organiserLabel } from '#lib/access/organiser-label.ts'
import { database } from '#lib/database/client.ts'
import { storedKinds } from './former-kinds.ts'

/** Name and e-mail address of the last writer; null if she is no longer an organiser. */
export async function lastWriter(kind: 'news-written' | 'broadcast-written', subject: string) {
  const event = await database.auditRecord.findFirst({
    where: { kind: { in: storedKinds(kind) }, subject },
    orderBy: { id: 'desc' },
    select: { organiserId: true },
  })
  if (!event?.organiserId) return null
  const organiser = await database.organiser.findUnique({ where: { id: event.organiserId } })
  return organiser && organiserLabel(organiser)
}
