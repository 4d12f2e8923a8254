import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'

/**
 * Inserts the single row of the throttle, unless another instance has. A new one allows a call at once: its times are
 * rounded to milliseconds, up to half of one ahead.
 */
export async function insertThrottle(transaction: Prisma.TransactionClient) {
  await transaction.$executeRaw`
    INSERT INTO mail_throttle (next_call_at, circuit_open_until)
    VALUES (now() - interval '1 second', now() - interval '1 second') ON CONFLICT DO NOTHING`
}

/**
 * Locks the throttle. Resolves to the milliseconds until a call may be made, by the database's clock; undefined where
 * there is none yet.
 */
export async function lockThrottle(transaction: Prisma.TransactionClient) {
  const [throttle] = await transaction.$queryRaw<{ waitMs: number }[]>`
    SELECT 1000 * extract(epoch FROM greatest(next_call_at, circuit_open_until) - clock_timestamp())::float
      AS wait_ms
    FROM mail_throttle FOR UPDATE`
  return throttle?.waitMs
}

type Call = { distanceMs: number; failuresThatOpen: number; probeLastsMs: number }

/**
 * Counts a call: the next one comes at an even distance, with a burst of one. With the circuit breaker open it
 * is a probe, and nobody else calls while it lasts.
 */
export async function countCall(
  transaction: Prisma.TransactionClient,
  { distanceMs, failuresThatOpen, probeLastsMs }: Call,
) {
  await transaction.$executeRaw`
    UPDATE mail_throttle SET
      next_call_at = greatest(next_call_at, clock_timestamp() - ${distanceMs}::float * interval '1 ms')
        + ${distanceMs}::float * interval '1 ms',
      circuit_open_until = CASE WHEN failures < ${failuresThatOpen} THEN circuit_open_until
        ELSE clock_timestamp() + ${probeLastsMs}::float * interval '1 ms' END`
}

/** Resets the failures and closes the circuit breaker; a delay that the provider asked for stays. */
export async function closeCircuitBreaker(failuresThatOpen: number) {
  await database.$executeRaw`
    UPDATE mail_throttle SET failures = 0,
      circuit_open_until = CASE WHEN failures < ${failuresThatOpen} THEN circuit_open_until ELSE now() END,
      last_error = CASE WHEN failures < ${failuresThatOpen} AND circuit_open_until > now()
        THEN last_error END
    WHERE failures > 0 OR last_error IS NOT NULL`
}

/** Backs off for at least so many milliseconds. */
export async function closeFor(ms: number, code: string) {
  await database.$executeRaw`
    UPDATE mail_throttle SET failures = 0, last_error = ${code},
      circuit_open_until = greatest(circuit_open_until, now() + ${ms}::float * interval '1 ms')`
}

type Failure = {
  code: string
  /** Delay that the provider asks for. */
  askedMs: number
  /** Factor by which the circuit breaker backs off. */
  jitter: number
  failuresThatOpen: number
  firstOpenMs: number
  longestOpenMs: number
}

/** Counts a failure; beyond the threshold each one doubles the delay. */
export async function countFailure(failure: Failure) {
  const { code, askedMs, jitter, failuresThatOpen, firstOpenMs, longestOpenMs } = failure
  await database.$executeRaw`
    UPDATE mail_throttle SET failures = failures + 1, last_error = ${code},
      circuit_open_until = greatest(circuit_open_until, now() + greatest(${askedMs}::float, CASE
        WHEN failures + 1 < ${failuresThatOpen} THEN 0
        ELSE ${jitter}::float * least(${longestOpenMs}::float,
          ${firstOpenMs}::float * power(2, least(failures + 1 - ${failuresThatOpen}, 10))) END)
        * interval '1 ms')`
}
