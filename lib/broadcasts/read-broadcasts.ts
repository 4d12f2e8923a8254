import { database } from '#lib/database/client.ts'
import type { Broadcast } from '#lib/database/types.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { readTexts } from './broadcast-texts.ts'

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
  /** Mails by status. */
  waiting: number
  sent: number
  failed: number
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

/** Mails of a broadcast by status; those not yet enqueued are not counted. */
export async function readProgress(id: string): Promise<Progress> {
  const groups = await database.mail.groupBy({
    by: ['status'],
    where: { broadcastId: id, kind: 'broadcast' },
    _count: true,
  })
  const count = (...statuses: string[]) =>
    groups.reduce((sum, { status, _count }) => sum + (statuses.includes(status) ? _count : 0), 0)
  return {
    waiting: count('waiting', 'sending'),
    sent: count('sent'),
    failed: count('failed', 'unknown', 'suppressed'),
  }
}

function shown(broadcast: Broadcast): ShownBroadcast {
  return { ...broadcast, texts: readTexts(broadcast.texts) }
}
