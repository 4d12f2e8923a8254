import { database } from '#lib/database/client.ts'
import type { Broadcast } from '#lib/database/types.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { readTexts } from './broadcast-texts.ts'
import { whoGets } from './count-recipients.ts'

const UPDATES_SHOWN = 50

/** Span of the sending frequency, in days. */
export const RECENT_DAYS = 30

/** A broadcast as the console shows it. */
export type ShownBroadcast = Omit<Broadcast, 'texts'> & {
  texts: ReturnType<typeof readTexts>
}

/** Sending frequency of broadcasts. */
type Frequency = {
  /** Start of the last broadcast. */
  lastAt: Date | null
  /** Number of broadcasts started within the last 30 days. */
  recent: number
}

/** Progress of a broadcast. */
type Progress = {
  sent: number
  failed: number
  /** Whoever has not got it yet: in the outbox, or not written to so far. Of a cancelled one, who will not get it. */
  left: number
}

/** The broadcasts, newest first. */
export async function listBroadcasts(): Promise<ShownBroadcast[]> {
  const broadcasts = await database.broadcast.findMany({
    orderBy: { id: 'desc' },
    take: UPDATES_SHOWN,
  })
  return broadcasts.map(shown)
}

/** One broadcast, or null. */
export async function readBroadcast(id: string): Promise<ShownBroadcast | null> {
  const broadcast = await database.broadcast.findUnique({ where: { id } })
  return broadcast && shown(broadcast)
}

/** Sending frequency before `now`. */
export async function readFrequency(now = new Date()): Promise<Frequency> {
  const since = new Date(now.getTime() - RECENT_DAYS * DAY_MS)
  const [recent, { _max: last }] = await Promise.all([
    database.broadcast.count({ where: { startedAt: { gt: since } } }),
    database.broadcast.aggregate({ _max: { startedAt: true } }),
  ])
  return { recent, lastAt: last.startedAt }
}

/** How many got a broadcast, and how many have not. */
export async function readProgress(broadcast: ShownBroadcast): Promise<Progress> {
  const { id } = broadcast
  const groups = await database.mail.groupBy({
    by: ['status'],
    where: { broadcastId: id, kind: 'broadcast' },
    _count: true,
  })
  const count = (...statuses: string[]) =>
    groups.reduce((sum, { status, _count }) => sum + (statuses.includes(status) ? _count : 0), 0)
  return {
    left: count('waiting', 'sending') + (await countUnwritten(broadcast)),
    sent: count('sent'),
    failed: count('failed', 'unknown', 'suppressed'),
  }
}

/** Number of mails that went out, of each broadcast. */
export async function countSent(): Promise<Map<string | null, number>> {
  const groups = await database.mail.groupBy({
    by: ['broadcastId'],
    where: { kind: 'broadcast', status: 'sent' },
    _count: true,
  })
  return new Map(groups.map(({ broadcastId, _count }) => [broadcastId, _count]))
}

/** Recipients behind the cursor, as enqueue-broadcast.ts would read them now. */
async function countUnwritten(broadcast: ShownBroadcast) {
  if (['draft', 'scheduled', 'done'].includes(broadcast.status)) return 0
  return database.signature.count({
    where: {
      ...whoGets(broadcast),
      ...(broadcast.cursor && { id: { gt: broadcast.cursor } }),
      ...(broadcast.startedAt && { confirmedAt: { lte: broadcast.startedAt } }),
      // After a pause the cursor stands before some that were written to. Who had any broadcast is left out already
      // where it goes to the others alone.
      ...(!broadcast.onlyUnwritten && {
        mails: { none: { broadcastId: broadcast.id, kind: 'broadcast' as const } },
      }),
    },
  })
}

function shown(broadcast: Broadcast): ShownBroadcast {
  return { ...broadcast, texts: readTexts(broadcast.texts) }
}
