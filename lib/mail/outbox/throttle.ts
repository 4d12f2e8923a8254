import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import type { Answer } from '../message.ts'

/** So many calls in a row that find the door dead close it. */
const FAILURES_THAT_CLOSE = 5

/** How long it stays closed first, doubled with each probe that fails. */
const FIRST_CLOSED_MS = 15_000
const LONGEST_CLOSED_MS = 10 * MINUTE_MS

/** How long one probe has before another instance may try. */
const PROBE_LASTS_MS = 30_000

/** How long a provider that is asked too often, or whose quota is used up, is left alone where it does not say. */
const BUSY_WAIT_MS = 1_000
const QUOTA_WAIT_MS = 15 * MINUTE_MS

/**
 * Holds the gate until the transaction ends: one instance at a time asks and decides. Resolves to how
 * long nobody may call, in milliseconds; 0 when a call may be made now. The database's clock counts. A
 * new gate has been open for a while: its times are rounded to milliseconds, and up to half of one ahead.
 */
export async function holdThrottle(transaction: Prisma.TransactionClient) {
  await transaction.$executeRaw`
    INSERT INTO mail_throttle (next_call_at, circuit_open_until)
    VALUES (now() - interval '1 second', now() - interval '1 second') ON CONFLICT DO NOTHING`
  const [gate] = await transaction.$queryRaw<{ waitMs: number }[]>`
    SELECT 1000 * extract(epoch FROM greatest(next_call_at, circuit_open_until) - clock_timestamp())::float
      AS wait_ms
    FROM mail_throttle FOR UPDATE`
  return Math.max(0, Math.ceil(gate?.waitMs ?? 0))
}

/**
 * Notes that a call is made now. Calls keep an even distance (GCRA, the leaky bucket as a meter; ITU-T
 * I.371), with one call of catching up. While the door was found dead, the call is its probe: the
 * others wait for what becomes of it.
 */
export async function passThrottle(transaction: Prisma.TransactionClient, callsPerSecond: number) {
  const distanceMs = 1000 / callsPerSecond
  await transaction.$executeRaw`
    UPDATE mail_throttle SET
      next_call_at = greatest(next_call_at, clock_timestamp() - ${distanceMs}::float * interval '1 ms')
        + ${distanceMs}::float * interval '1 ms',
      circuit_open_until = CASE WHEN failures < ${FAILURES_THAT_CLOSE} THEN circuit_open_until
        ELSE clock_timestamp() + ${PROBE_LASTS_MS}::float * interval '1 ms' END`
}

/**
 * Opens or closes the door for all instances by what a call met: a dead door is left alone longer and
 * longer, a busy one for as long as it asks, whatever calls that were under way by then still meet.
 */
export async function noteAtThrottle(answer: Answer) {
  if (answer.outcome === 'answered' || isAboutTheMail(answer)) return openUnlessBusy()
  if (answer.outcome === 'refused' && answer.reason === 'busy') {
    const wait = answer.code.endsWith('quota_exceeded') ? QUOTA_WAIT_MS : BUSY_WAIT_MS
    return closeFor(answer.retryAfterMs ?? wait, answer.code)
  }
  return countFailure(answer.retryAfterMs ?? 0, answer.code)
}

/** The door is alive: it read the mail. */
function isAboutTheMail(answer: Answer) {
  return answer.outcome === 'refused' && ['permanent', 'later', 'used'].includes(answer.reason)
}

/** A dead door is open again; one that asked for patience is not opened before. */
async function openUnlessBusy() {
  await database.$executeRaw`
    UPDATE mail_throttle SET failures = 0,
      circuit_open_until = CASE WHEN failures < ${FAILURES_THAT_CLOSE} THEN circuit_open_until ELSE now() END,
      last_error = CASE WHEN failures < ${FAILURES_THAT_CLOSE} AND circuit_open_until > now()
        THEN last_error END
    WHERE failures > 0 OR last_error IS NOT NULL`
}

async function closeFor(ms: number, code: string) {
  await database.$executeRaw`
    UPDATE mail_throttle SET failures = 0, last_error = ${code},
      circuit_open_until = greatest(circuit_open_until, now() + ${ms}::float * interval '1 ms')`
}

async function countFailure(askedMs: number, code: string, random = Math.random()) {
  const jitter = 0.8 + 0.2 * random
  await database.$executeRaw`
    UPDATE mail_throttle SET failures = failures + 1, last_error = ${code},
      circuit_open_until = greatest(circuit_open_until, now() + greatest(${askedMs}::float, CASE
        WHEN failures + 1 < ${FAILURES_THAT_CLOSE} THEN 0
        ELSE ${jitter}::float * least(${LONGEST_CLOSED_MS}::float,
          ${FIRST_CLOSED_MS}::float * power(2, least(failures + 1 - ${FAILURES_THAT_CLOSE}, 10))) END)
        * interval '1 ms')`
}
