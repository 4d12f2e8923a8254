import { retentionPeriods, UNDO_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { rememberRemovedAddresses } from '#lib/signatures/removed-addresses.ts'
import { eraseTraces, NOTHING_PERSONAL } from '#lib/signatures/self-service/withdraw-signature.ts'
import { monthsAfter } from '#lib/time/months-after.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { addressRule } from './address-rule.ts'
import { approvalRule } from './approval-rule.ts'
import { bounceRule } from './bounce-rule.ts'
import { domainRule } from './domain-rule.ts'
import { endedRulesRule } from './ended-rules-rule.ts'
import { linkRule } from './link-rule.ts'
import { paperRule } from './paper-rule.ts'
import { forgetNetworksOfForms } from './queries.ts'
import type { RetentionRule } from './retention-rule.ts'

/** Every rule of retention: the privacy page and the job read the same settings. */
export function retentionRules(): RetentionRule[] {
  const { pendingDays, networkDays, logMonths } = retentionPeriods()
  const unconfirmed = (now: Date) => unconfirmedFor(pendingDays, now)
  return [
    pendingRule(pendingDays, unconfirmed),
    networkRule(networkDays, unconfirmed),
    removedRule(),
    addressRule(),
    linkRule(),
    paperRule(),
    domainRule(networkDays),
    approvalRule(),
    endedRulesRule(),
    bounceRule(),
    logRule(logMonths),
  ]
}

type Signatures = Prisma.SignatureWhereInput

/** No mail asked to confirm it for so many days: no link of it works. Forms alone keep nothing alive. */
function unconfirmedFor(days: number, now: Date): Signatures {
  const since = daysBefore(now, days)
  return {
    status: 'pending',
    submittedAt: { lt: since },
    links: { none: { isMailed: true, createdAt: { gte: since } } },
  }
}

/** A form of a known address that cannot be taken ends as one that nobody confirms. */
function pendingRule(days: number, due: (now: Date) => Signatures): RetentionRule {
  const untaken = (now: Date) => ({ where: { submittedAt: { lt: daysBefore(now, days) } } })
  return {
    name: 'pending',
    says: `signatures that were not confirmed within ${days} days, and forms that could not be taken for as long`,
    count: async now =>
      (await database.signature.count({ where: due(now) })) +
      (await database.repeatedForm.count(untaken(now))),
    enforce: async now =>
      (await database.signature.deleteMany({ where: due(now) })).count +
      (await database.repeatedForm.deleteMany(untaken(now))).count,
  }
}

/**
 * A report of a name is known by the network that it came from, and goes with it; of one that organisers
 * have decided, that there was one stays, so that their decision stands.
 */
function networkRule(days: number, isDeletedAnyway: (now: Date) => Signatures): RetentionRule {
  const oldHash = (now: Date): Signatures => ({
    OR: [{ networkHash: { not: null } }, { pressNetworkHash: { not: null } }],
    submittedAt: { lt: daysBefore(now, days) },
    NOT: isDeletedAnyway(now),
  })
  const oldReport = (now: Date) => ({
    createdAt: { lt: daysBefore(now, days) },
    networkHash: { not: null },
  })
  return {
    name: 'network',
    says: `hashes of network addresses older than ${days} days, and reports of names with them`,
    count: async now =>
      (await database.signature.count({ where: oldHash(now) })) +
      (await database.nameReport.count({ where: oldReport(now) })),
    enforce: async now =>
      (await forgetNetworks(oldHash(now))) + (await forgetReports(oldReport(now))),
  }
}

async function forgetNetworks(where: Signatures) {
  const data = { networkHash: null, pressNetworkHash: null }
  const { count } = await database.signature.updateMany({ where, data })
  if (count > 0) await forgetNetworksOfForms()
  return count
}

async function forgetReports(old: Prisma.NameReportWhereInput) {
  const open = await database.nameReport.deleteMany({ where: { ...old, decidedAt: null } })
  const decided = await database.nameReport.updateMany({ where: old, data: { networkHash: null } })
  return open.count + decided.count
}

/** What an organiser removed can be put back for a while; then its words go. The row stays, empty. */
function removedRule(): RetentionRule {
  const due = (now: Date): Signatures => ({
    status: 'removed',
    removedAt: { lt: daysBefore(now, UNDO_DAYS) },
    // Who signed on paper may have had no address, but had a name.
    name: { not: '' },
  })
  return {
    name: 'removed',
    says: `what organisers removed more than ${UNDO_DAYS} days ago`,
    count: now => database.signature.count({ where: due(now) }),
    enforce: async now => (await eraseWords(due(now))).count,
  }
}

async function eraseWords(where: Signatures) {
  await rememberRemovedAddresses(database, where)
  await eraseTraces(database, where)
  return database.signature.updateMany({ where, data: NOTHING_PERSONAL })
}

function logRule(months: number): RetentionRule {
  const limit = (now: Date) => monthsAfter(now, -months)
  return {
    name: 'logs',
    says: `lines about deletions older than ${months} months`,
    count: now => database.retentionRun.count({ where: { at: { lt: limit(now) } } }),
    enforce: async now =>
      (await database.retentionRun.deleteMany({ where: { at: { lt: limit(now) } } })).count,
  }
}

function daysBefore(now: Date, days: number) {
  return new Date(now.getTime() - days * DAY_MS)
}
