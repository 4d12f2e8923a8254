import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import { dueDigest } from './digest-week.ts'
import { readDigest } from './read-digest.ts'

/**
 * Mails the digest of the week that ended to the organisers who wish it: on Monday morning, once for all instances.
 * Nothing is read while nobody wishes it. Resolves to how many it went to.
 */
export async function sendDigest(now = new Date()) {
  const week = dueDigest(now, timeZone())
  if (!week || (await isSent(week.days)) || (await readers()).length === 0) return 0
  const figures = await readDigest(week, now)
  return database.$transaction(async transaction => {
    await withLock(transaction, 'weekly-digest')
    const first = { week: firstDay(week.days), sentAt: now }
    const { count } = await transaction.weeklyDigest.createMany({
      data: [first],
      skipDuplicates: true,
    })
    if (count === 0) return 0
    const wishing = await readers(transaction)
    await transaction.mail.createMany({
      data: wishing.map(({ id }) => ({
        kind: 'weekly_digest' as const,
        organiserId: id,
        alerts: figures,
        createdAt: now,
      })),
    })
    return wishing.length
  })
}

async function isSent(days: string[]) {
  return (await database.weeklyDigest.count({ where: { week: firstDay(days) } })) > 0
}

function readers(from: Pick<typeof database, 'organiser'> = database) {
  return from.organiser.findMany({
    where: { hasSecondFactor: true, wantsDigest: true },
    select: { id: true },
  })
}

function firstDay(days: string[]) {
  return new Date(days.at(0) ?? '')
}
