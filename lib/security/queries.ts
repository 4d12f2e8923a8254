import { database } from '#lib/database/client.ts'

/** What a client has done towards a limit, and when that is forgotten: in at least 1 ms, at most its duration. */
export type LimitCount = { key: string; points: number; msBeforeNext: number }

/**
 * Counts one towards each limit, more where a key is there more than once. Keys in order, so that two
 * processes never wait for each other's rows.
 * @param seconds for each key how long it counts from its first
 */
export function countTowardsLimits(keys: string[], seconds: number[]) {
  return database.$queryRaw<LimitCount[]>`
    INSERT INTO rate_limit AS known (key, points, expires_at)
    SELECT key, count(*)::int, now() + make_interval(secs => max(seconds))
    FROM unnest(${keys}::text[], ${seconds}::int[]) AS asked (key, seconds)
    GROUP BY key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      points = excluded.points + CASE WHEN known.expires_at > now() THEN known.points ELSE 0 END,
      expires_at = CASE WHEN known.expires_at > now() THEN known.expires_at ELSE excluded.expires_at END
    RETURNING key, points,
      greatest(1, floor(extract(epoch FROM expires_at - now()) * 1000))::int AS "msBeforeNext"`
}

/** When all that was taken of a pace will have had its turn. */
export type TakenUntil = { key: string; busyUntil: Date }

/**
 * Takes turns of paces, by the generic cell rate algorithm: each key is busy for so many milliseconds more.
 * @param now where a key at rest begins
 */
export function takeTurns(keys: string[], stepsMs: number[], now: Date) {
  return database.$queryRaw<TakenUntil[]>`
    INSERT INTO mail_turn AS known (key, busy_until)
    SELECT key, ${now}::timestamptz + make_interval(secs => step / 1000)
    FROM unnest(${keys}::text[], ${stepsMs}::float8[]) AS taken (key, step)
    ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      busy_until = greatest(known.busy_until, ${now}::timestamptz)
        + (excluded.busy_until - ${now}::timestamptz)
    RETURNING key, busy_until`
}

/** Gives turns back: each key is busy for so many milliseconds less. */
export function giveTurnsBack(keys: string[], stepsMs: number[]) {
  return database.$executeRaw`
    UPDATE mail_turn SET busy_until = busy_until - make_interval(secs => step / 1000)
    FROM (
      SELECT mail_turn.key, given.step
      FROM unnest(${keys}::text[], ${stepsMs}::float8[]) AS given (key, step)
      JOIN mail_turn ON mail_turn.key = given.key
      ORDER BY mail_turn.key FOR UPDATE OF mail_turn
    ) AS given
    WHERE mail_turn.key = given.key`
}

/** Deletes what says nothing any more: clients and paces that are at rest. */
export async function deleteRestingClients() {
  await database.$executeRaw`DELETE FROM rate_limit WHERE expires_at < now()`
  await database.$executeRaw`DELETE FROM mail_turn WHERE busy_until < now()`
}
