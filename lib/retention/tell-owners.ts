import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import { erasureOf, isNoticeDue } from './address-clock.ts'
import { readClock, readErasure } from './read-clock.ts'

/**
 * Tells every owner by mail that addresses will be erased, ERASURE_NOTICE_DAYS before, once for each day that it is due
 * on. Resolves to how many were told.
 */
export async function tellOwnersOfErasure(now = new Date()) {
  if (!(await readErasure(now))) return 0
  return database.$transaction(async transaction => {
    await withLock(transaction, 'address-clock')
    const facts = await readClock(now, transaction)
    if (!isNoticeDue(facts, now)) return 0
    await transaction.addressClock.upsert({
      where: { id: 1 },
      create: { toldAt: now },
      update: { toldAt: now },
    })
    const erasure = erasureOf({ ...facts, toldAt: now })
    if (!erasure) return 0
    const owners = await transaction.organiser.findMany({
      where: { role: 'owner' },
      select: { id: true },
    })
    const { count } = await transaction.mail.createMany({
      data: owners.map(({ id }) => ({
        kind: 'erasure_notice' as const,
        organiserId: id,
        notice: erasure.because,
        noticeAbout: erasure.at.toISOString(),
      })),
    })
    return count
  })
}
