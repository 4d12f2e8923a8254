import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import type { RetentionRule } from './retention-rule.ts'

/** Deletes sessions and links that expired a day ago. */
export function linkRule(): RetentionRule {
  const ended = (now: Date) => ({ where: { expiresAt: { lt: aDayBefore(now) } } })
  const usedCodes = (now: Date) => ({ where: { usedAt: { lt: aDayBefore(now) } } })
  return {
    name: 'links',
    says: 'links, sessions and codes of signatories and organisers that ended a day ago or more',
    count: async now =>
      sum([
        database.magicLink.count(ended(now)),
        database.signatorySession.count(ended(now)),
        database.addressChange.count(ended(now)),
        database.organiserLink.count(ended(now)),
        database.organiserAddress.count(ended(now)),
        database.organiserSession.count(ended(now)),
        database.organiserChallenge.count(ended(now)),
        database.organiserUsedCode.count(usedCodes(now)),
      ]),
    enforce: async now =>
      sum([
        database.magicLink.deleteMany(ended(now)).then(({ count }) => count),
        database.signatorySession.deleteMany(ended(now)).then(({ count }) => count),
        database.addressChange.deleteMany(ended(now)).then(({ count }) => count),
        database.organiserLink.deleteMany(ended(now)).then(({ count }) => count),
        database.organiserAddress.deleteMany(ended(now)).then(({ count }) => count),
        database.organiserSession.deleteMany(ended(now)).then(({ count }) => count),
        database.organiserChallenge.deleteMany(ended(now)).then(({ count }) => count),
        database.organiserUsedCode.deleteMany(usedCodes(now)).then(({ count }) => count),
      ]),
  }
}

async function sum(counts: Promise<number>[]) {
  return (await Promise.all(counts)).reduce((total, count) => total + count, 0)
}

function aDayBefore(now: Date) {
  return new Date(now.getTime() - DAY_MS)
}
