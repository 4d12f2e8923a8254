import { database } from '#lib/database/client.ts'
import type { HoldReason, MailKind, Prisma } from '#lib/database/types.ts'

/**
 * What an hour's counts cannot say, because a span begins in the middle of an hour: signatures confirmed in
 * `[since, until)`, at most an hour of them, from the index of confirmed signatures by time.
 */
export async function countConfirmedBetween(
  transaction: Prisma.TransactionClient,
  since: Date,
  until: Date,
): Promise<number> {
  const [counted] = await transaction.$queryRaw<{ signatures: number }[]>`
    SELECT (count(*) - (
      SELECT count(*) FROM signature
      WHERE is_trial AND status = 'confirmed' AND confirmed_at >= ${since} AND confirmed_at < ${until}
    ))::int AS signatures FROM signature
    WHERE status = 'confirmed' AND confirmed_at >= ${since} AND confirmed_at < ${until}`
  return counted?.signatures ?? 0
}

/** Likewise of those sent in `[since, until)`, from the index on status and time: how many, and how many confirmed. */
export async function countSubmittedBetween(
  transaction: Prisma.TransactionClient,
  since: Date,
  until: Date,
) {
  const [counted] = await transaction.$queryRaw<{ submitted: number; confirmed: number }[]>`
    SELECT count(*)::int AS submitted, count(*) FILTER (WHERE status <> 'pending')::int AS confirmed
    FROM signature
    WHERE status IN ('pending', 'held', 'confirmed', 'withdrawn')
      AND submitted_at >= ${since} AND submitted_at < ${until}`
  return counted ?? { submitted: 0, confirmed: 0 }
}

/** Held signatures by reason, most first; one may have several. */
export function countHeldByReason() {
  return database.$queryRaw<{ reason: HoldReason; signatures: number }[]>`
      SELECT unnest(hold_reasons)::text AS reason, count(*)::int AS signatures
      FROM signature WHERE status = 'held' GROUP BY 1 ORDER BY 2 DESC, 1`
}

/** When the oldest of the mails that are due was written, kind by kind, as the index has them. */
export async function oldestDue(kinds: readonly MailKind[]) {
  const [row] = await database.$queryRaw<{ oldest: Date | null }[]>`
    SELECT min(due.created_at) AS oldest
    FROM unnest(${kinds}::text[]) AS kinds(kind)
    CROSS JOIN LATERAL (
      SELECT created_at FROM mail
      WHERE status = 'waiting' AND kind = kinds.kind::mail_kind AND next_attempt_at <= now()
      ORDER BY next_attempt_at, id LIMIT 1
    ) due`
  return row?.oldest ?? null
}

/**
 * Counts what became of the mails of a day, for each mail domain and ('') for all of them.
 * @param ids range of the primary key that the day is, `to` excluded
 */
export async function insertDailyMailStats(
  transaction: Prisma.TransactionClient,
  day: Date,
  { from, to }: { from: string; to: string },
) {
  await transaction.$executeRaw`
    WITH mails AS (
      SELECT m.kind, m.status, m.delivery, m.created_at, m.delivered_at,
        l.created_at AS asked_at, l.used_at, s.confirmed_at,
        coalesce(nullif(lower(split_part(coalesce(l.details->>'email', s.email), '@', 2)), ''), '-')
          AS domain
      FROM mail m
      JOIN signature s ON s.id = m.signature_id
      LEFT JOIN confirmation_link l ON l.id = m.link_id
      WHERE m.id >= ${from}::uuid AND m.id < ${to}::uuid
    )
    INSERT INTO mail_daily_stats (day, domain, written, sent, delivered, bounced, complained, asked, confirmed,
      median_delivery_ms, median_confirm_ms)
    SELECT ${day}::date, coalesce(domain, ''), count(*),
      count(*) FILTER (WHERE status = 'sent'),
      count(*) FILTER (WHERE delivered_at IS NOT NULL),
      count(*) FILTER (WHERE delivery IN ('bounced', 'suppressed')),
      count(*) FILTER (WHERE delivery = 'complained'),
      count(*) FILTER (WHERE status = 'sent' AND kind = 'confirm'),
      count(*) FILTER (WHERE status = 'sent' AND kind = 'confirm' AND confirmed_at IS NOT NULL),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY 1000 * extract(epoch FROM delivered_at - created_at))
        FILTER (WHERE kind = 'confirm' AND delivered_at >= created_at),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY 1000 * extract(epoch FROM used_at - asked_at))
        FILTER (WHERE kind = 'confirm' AND used_at IS NOT NULL)
    FROM mails GROUP BY GROUPING SETS ((domain), ())
    HAVING count(*) > 0`
}

/** Number of held signatures that have waited since before then: since they were held last. */
export async function countHeldBefore(before: Date) {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM signature s
    WHERE status = 'held' AND submitted_at < ${before} AND coalesce(
      (SELECT max(at) FROM signature_event e WHERE e.signature_id = s.id AND e.kind = 'held'),
      s.confirmed_at, s.submitted_at) < ${before}`
  return row?.count ?? 0
}

/** Of those who were reminded since then: how many, and how many of them confirmed after that mail went out. */
export async function countReminded(since: Date) {
  const [row] = await database.$queryRaw<{ reminded: number; confirmed: number }[]>`
    SELECT count(DISTINCT s.id)::int AS reminded,
      (count(DISTINCT s.id) FILTER (WHERE s.confirmed_at > m.sent_at))::int AS confirmed
    FROM mail m JOIN signature s ON s.id = m.signature_id
    WHERE m.status = 'sent' AND m.kind = 'reminder' AND m.sent_at >= ${since}`
  return row ?? { reminded: 0, confirmed: 0 }
}

/** Mails that wait or are under way, by how long ago they were written. */
export async function countOutboxByAge(): Promise<Record<string, number>> {
  const rows = await database.$queryRaw<{ age: string; mails: number }[]>`
    SELECT CASE
        WHEN created_at > now() - interval '1 minute' THEN '1m'
        WHEN created_at > now() - interval '10 minutes' THEN '10m'
        WHEN created_at > now() - interval '1 hour' THEN '1h'
        WHEN created_at > now() - interval '1 day' THEN '1d'
        ELSE 'older'
      END AS age, count(*)::int AS mails
    FROM mail WHERE status IN ('waiting', 'sending') GROUP BY 1`
  return { '1m': 0, '10m': 0, '1h': 0, '1d': 0, older: 0, ...toRecord(rows) }
}

function toRecord(rows: { age: string; mails: number }[]) {
  return Object.fromEntries(rows.map(({ age, mails }) => [age, mails]))
}
