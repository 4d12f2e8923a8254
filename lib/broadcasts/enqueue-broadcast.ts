import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { suppressedAmong } from '#lib/suppression/suppression.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { whoGets } from './count-recipients.ts'
import { lockSending } from './queries.ts'
import { startDueBroadcasts } from './schedule-broadcast.ts'

const SIGNATURES_AT_ONCE = 500

/** Span of mails kept queued in the outbox: a short one lets a pause take effect soon. */
const AHEAD_MS = 60_000

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Enqueues the mails of active broadcasts, in small steps, until `signal` is aborted.
 * @param report is called with a sentence when they cannot be written.
 */
export async function keepEnqueueing(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  const complain = () => report('Broadcasts to signatories wait until the database answers.')
  const feed = async () => ((await enqueueBroadcasts()) > 0 ? 0 : interval.ms)
  await runLoop(signal, interval, feed, complain)
}

/**
 * Enqueues the next mails of every active broadcast, as many as go out within a minute at the configured rate.
 * Safe on several instances and after crashes: the cursor stands in the broadcast's row, and every recipient
 * gets one mail. Resolves to the number of mails written.
 */
export async function enqueueBroadcasts(now = new Date()) {
  await startDueBroadcasts(now)
  const underWay = await database.broadcast.findMany({
    where: { status: 'sending' },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let written = 0
  for (const { id } of underWay) {
    written += await database.$transaction(transaction => feed(transaction, id, now))
  }
  return written
}

async function feed(transaction: Prisma.TransactionClient, id: string, now: Date) {
  // Row lock: a second instance skips the broadcast.
  const broadcast = await lockSending(transaction, id)
  if (!broadcast) return 0
  const next = await nextTurn(transaction, now)
  if (next.getTime() > now.getTime() + AHEAD_MS) return 0

  const signatures = await transaction.signature.findMany({
    where: {
      ...whoGets(broadcast),
      id: { gt: broadcast.cursor ?? FIRST_ID },
      confirmedAt: { lte: broadcast.startedAt ?? now },
    },
    orderBy: { id: 'asc' },
    take: SIGNATURES_AT_ONCE,
    select: { id: true, emailKey: true },
  })
  const keys = signatures.flatMap(({ emailKey }) => emailKey ?? [])
  const suppressed = await suppressedAmong(transaction, keys)
  const step = HOUR_MS / (await readSettings(transaction)).broadcastMailsPerHour
  const { count } = await transaction.mail.createMany({
    data: signatures
      .filter(({ emailKey }) => !suppressed.has(emailKey ?? ''))
      .map((signature, index) => ({
        kind: 'broadcast' as const,
        broadcastId: id,
        signatureId: signature.id,
        createdAt: now,
        nextAttemptAt: new Date(next.getTime() + index * step),
      })),
    skipDuplicates: true,
  })
  const isLast = signatures.length < SIGNATURES_AT_ONCE
  await transaction.broadcast.update({
    where: { id },
    data: {
      cursor: signatures.at(-1)?.id ?? broadcast.cursor,
      ...(isLast && { status: 'done', endedAt: now }),
    },
  })
  return count
}

/** Time of the next mail: after those queued for their turn, not after those that wait for a retry. */
async function nextTurn(transaction: Prisma.TransactionClient, now: Date) {
  const last = await transaction.mail.findFirst({
    where: { kind: 'broadcast', status: 'waiting', attempts: 0 },
    orderBy: { nextAttemptAt: 'desc' },
    select: { nextAttemptAt: true },
  })
  return last && last.nextAttemptAt > now ? last.nextAttemptAt : now
}
