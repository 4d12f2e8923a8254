import { privacyNoticeVersion } from '#lib/content/privacy-notice.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'

/** A privacy notice that is not the one that people were last told of. */
export type ChangedNotice = {
  version: string
  /** When people were told of the version before, or owners recorded it. */
  since: Date
  /** The broadcast that tells of this one, where one was begun. */
  broadcastId: string | null
}

/** Reads whether the privacy notice has changed since people were told of it; null where it has not. */
export async function readChangedNotice(): Promise<ChangedNotice | null> {
  const version = privacyNoticeVersion()
  const last = await database.privacyNotice.findFirst({ orderBy: { recordedAt: 'desc' } })
  if (!version || !last || last.version === version) return null
  const broadcast = await database.broadcast.findUnique({
    where: { privacyVersion: version },
    select: { id: true },
  })
  return { version, since: last.recordedAt, broadcastId: broadcast?.id ?? null }
}

/** Keeps the version that a site begins with: changes are told from it. */
export async function keepFirstNotice(now = new Date()) {
  const version = privacyNoticeVersion()
  if (!version || (await database.privacyNotice.count()) > 0) return
  await keepNotice(database, version, now)
}

/** Keeps that people know a version, or need not. */
export async function keepNotice(
  transaction: Prisma.TransactionClient,
  version: string,
  recordedAt: Date,
) {
  await transaction.privacyNotice.upsert({
    where: { version },
    create: { version, recordedAt },
    update: { recordedAt },
  })
}
