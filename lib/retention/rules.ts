import { database } from '#lib/database/client.ts'
import { retention } from '#lib/letter/campaign.ts'
import { NOTHING_PERSONAL } from '#lib/signatures/own/withdraw-signature.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Lines about what was deleted, and reports of names, are kept this long. */
export const LOG_MONTHS = 12

/** One promise of the privacy page, and how it is kept. */
export type RetentionRule = {
  name: 'pending' | 'network' | 'addresses' | 'links' | 'logs'
  /** For a person at a terminal. */
  says: string
  /** How many rows are due. */
  count: (now: Date) => Promise<number>
  /** Deletes or empties them; resolves to how many. */
  enforce: (now: Date) => Promise<number>
}

/** Every rule of retention: the privacy page and the job read the same settings. */
export function retentionRules(): RetentionRule[] {
  const { pendingDays, networkDays } = retention()
  return [pendingRule(pendingDays), networkRule(networkDays), addressRule(), linkRule(), logRule()]
}

function pendingRule(days: number): RetentionRule {
  const due = (now: Date) =>
    ({ status: 'pending', submittedAt: { lt: daysBefore(now, days) } }) as const
  return {
    name: 'pending',
    says: `signatures that were not confirmed within ${days} days`,
    count: now => database.signature.count({ where: due(now) }),
    enforce: async now => (await database.signature.deleteMany({ where: due(now) })).count,
  }
}

function networkRule(days: number): RetentionRule {
  const due = (now: Date) => ({
    networkHash: { not: null },
    submittedAt: { lt: daysBefore(now, days) },
  })
  return {
    name: 'network',
    says: `hashes of network addresses older than ${days} days`,
    count: now => database.signature.count({ where: due(now) }),
    enforce: async now =>
      (await database.signature.updateMany({ where: due(now), data: { networkHash: null } })).count,
  }
}

function addressRule(): RetentionRule {
  const { deliveredOn, addressMonthsAfterDelivery: months } = retention()
  const isDue = (now: Date) => deliveredOn !== null && now >= monthsAfter(deliveredOn, months)
  const kept = { email: { not: '' } }
  return {
    name: 'addresses',
    says: `e-mail addresses, ${months} months after the letter was delivered`,
    count: async now => (isDue(now) ? database.signature.count({ where: kept }) : 0),
    enforce: async now => (isDue(now) ? anonymise(kept) : 0),
  }
}

/** Names that were never public go with their address; what counts in the tally stays. */
async function anonymise(kept: { email: { not: string } }) {
  const { country, category, ...personal } = NOTHING_PERSONAL
  const hidden = await database.signature.updateMany({
    where: { ...kept, isPublic: false },
    data: personal,
  })
  const shown = await database.signature.updateMany({
    where: kept,
    data: { email: '', emailKey: null, wantsUpdates: false },
  })
  return hidden.count + shown.count
}

function linkRule(): RetentionRule {
  const ended = (now: Date) => ({ where: { expiresAt: { lt: daysBefore(now, 1) } } })
  return {
    name: 'links',
    says: 'links and sessions of signatories that ended a day ago or more',
    count: async now =>
      (await database.ownLink.count(ended(now))) + (await database.ownSession.count(ended(now))),
    enforce: async now =>
      (await database.ownLink.deleteMany(ended(now))).count +
      (await database.ownSession.deleteMany(ended(now))).count,
  }
}

function logRule(): RetentionRule {
  const limit = (now: Date) => monthsAfter(now, -LOG_MONTHS)
  return {
    name: 'logs',
    says: `reports of names, and lines about deletions, older than ${LOG_MONTHS} months`,
    count: async now =>
      (await database.nameReport.count({ where: { createdAt: { lt: limit(now) } } })) +
      (await database.retentionRun.count({ where: { at: { lt: limit(now) } } })),
    enforce: async now =>
      (await database.nameReport.deleteMany({ where: { createdAt: { lt: limit(now) } } })).count +
      (await database.retentionRun.deleteMany({ where: { at: { lt: limit(now) } } })).count,
  }
}

function daysBefore(now: Date, days: number) {
  return new Date(now.getTime() - days * DAY_MS)
}

function monthsAfter(day: string | Date, months: number) {
  const date = new Date(day)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date
}
