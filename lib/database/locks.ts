import type { Prisma } from './generated/client.ts'

/**
 * Advisory locks of transactions, with the work that each serialises. The lock of migrations lasts as long as
 * their connection (migrations.ts).
 */
const LOCKS = {
  'campaign-run': 'changes how the campaign runs',
  'address-clock': 'tells owners when addresses are erased, or postpones it',
  content: 'writes files of content/',
  news: 'publishes news, or takes it back',
  organisations: 'looks for an organisation that has signed already',
  webhooks: 'adds a webhook',
  'mail-days': 'counts what became of the mails of a day',
  'signature-counts': 'folds the changes of the counts of signatures',
  'remind-pending': 'writes reminders',
  'owner-alerts': 'tells owners what happened',
  'weekly-digest': 'mails the week in numbers',
  'site-processes': 'joins the processes of the site',
  'brake:hide-reported': 'hides names on the word of readers',
  'brake:hold-bursts': 'holds networks and mail domains for being many',
  'brake:mail-bounces': 'counts mails that came back',
  'brake:mail-queue': 'lets mails wait for a look',
} as const satisfies Record<string, string>

export type LockName = keyof typeof LOCKS

type Transaction = Pick<Prisma.TransactionClient, '$executeRaw' | '$queryRaw'>

/**
 * Takes an advisory lock until the transaction ends, waiting for its holder: work of several instances runs one
 * after the other (PostgreSQL documentation, 13.3.5).
 */
export async function withLock(transaction: Transaction, name: LockName) {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${name}))`
}

/** Takes an advisory lock without waiting. Resolves to whether it was free. */
export async function withLockIfFree(transaction: Transaction, name: LockName): Promise<boolean> {
  const [lock] = await transaction.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext(${name})) AS taken`
  return lock?.taken ?? false
}
