import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { suppressedAmong } from '#lib/suppression/suppression.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { readHistory } from '#lib/versions/history.ts'
import { type Wording, wordings } from '#lib/versions/wordings.ts'
import { newReconfirmationLink } from './reconfirmation-link.ts'

/** These mails go out no faster, so that "please confirm" never waits behind them. */
export const EXTENSION_MAILS_PER_MINUTE = 60

const MAILS_PER_BATCH = 500

/**
 * Asks, once for each material change, everyone whose confirmed signature was given to an earlier
 * letter whether it goes with the new one. Running it again, or at the same time elsewhere, asks
 * nobody twice; who confirms an earlier text later is asked by a later run. Resolves to how many
 * mails it wrote.
 */
export async function askToReconfirm(now = new Date()) {
  if (!(await isConfirmingOpen(now))) return 0
  const known = wordings(await readHistory())
  let asked = 0
  for (const current of known.filter(({ isCurrent }) => isCurrent)) {
    const earlier = known.filter(
      ({ language, isCurrent }) => language === current.language && !isCurrent,
    )
    asked += await askThoseOf(earlier, current, now)
  }
  return asked
}

/** Batch by batch, in the order of their ids, so that one who gets no mail is passed but once. */
async function askThoseOf(earlier: Wording[], current: Wording, now: Date) {
  const versions = earlier.flatMap(wording => [...wording.versions])
  let asked = 0
  let after = FIRST_ID
  while (versions.length > 0) {
    const batch = await database.$transaction(transaction =>
      askBatch(transaction, { versions, letterVersionId: current.madeBy, after, now }),
    )
    if (!batch.last) break
    asked += batch.asked
    after = batch.last
  }
  return asked
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

type Batch = { versions: string[]; letterVersionId: string; after: string; now: Date }

async function askBatch(
  transaction: Prisma.TransactionClient,
  { versions, letterVersionId, after, now }: Batch,
) {
  const signatures = await transaction.signature.findMany({
    where: {
      id: { gt: after },
      status: 'confirmed',
      letterVersion: { in: versions },
      emailKey: { not: null },
      // Who signed on paper gave an address, but asked for no mail unless she says so.
      OR: [{ paperBatchId: null }, { wantsUpdates: true }],
      reconfirmationLinks: { none: { letterVersionId } },
    },
    orderBy: { id: 'asc' },
    take: MAILS_PER_BATCH,
    select: { id: true, emailKey: true },
  })
  const keys = signatures.flatMap(({ emailKey }) => emailKey ?? [])
  const suppressed = await suppressedAmong(transaction, keys)
  const mailable = signatures.filter(({ emailKey }) => !suppressed.has(emailKey ?? ''))
  // The unique constraint decides who asks where two runs met.
  const links = await transaction.reconfirmationLink.createManyAndReturn({
    data: mailable.map(({ id }) => newReconfirmationLink(id, letterVersionId, now)),
    skipDuplicates: true,
    select: { id: true, signatureId: true },
  })
  const turns = await mailTurns(transaction, links.length, now)
  await transaction.mail.createMany({
    data: links.map(({ id, signatureId }, index) => ({
      kind: 'reconfirm' as const,
      signatureId,
      reconfirmationLinkId: id,
      createdAt: now,
      nextAttemptAt: turns[index] ?? now,
    })),
  })
  return { asked: links.length, last: signatures.at(-1)?.id }
}

/** When each of so many mails may go, after those of its kind that wait for their turn. */
async function mailTurns(transaction: Prisma.TransactionClient, mails: number, now: Date) {
  const { _max: waiting } = await transaction.mail.aggregate({
    where: { kind: 'reconfirm', status: 'waiting', attempts: 0 },
    _max: { nextAttemptAt: true },
  })
  const start = Math.max(now.getTime(), waiting.nextAttemptAt?.getTime() ?? 0)
  const step = MINUTE_MS / EXTENSION_MAILS_PER_MINUTE
  return Array.from({ length: mails }, (_, index) => new Date(start + (index + 1) * step))
}
