import DataLoader from 'dataloader'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { giveTurnsBack, takeTurns } from './queries.ts'
import type { MailPace } from './rate-limits.ts'

/** Whoever asks within so many milliseconds shares one statement. */
const GROUP_MS = 2

/** A key that is kept at a pace. */
export type Paced = { key: string; pace: MailPace }

type Taken = Paced & { nowMs: number }

const turns = processSingleton(
  'mail-turns',
  () =>
    new DataLoader<Taken, number>(takeTogether, {
      cache: false,
      batchScheduleFn: begin => setTimeout(begin, GROUP_MS),
    }),
)

/**
 * Takes a turn under a key, by the generic cell rate algorithm (ITU-T I.371, annex A), so that a key is one moment,
 * whatever it has been through. It stands in PostgreSQL, for all processes and all machines of the site. Resolves to
 * when the turn is, in milliseconds: `nowMs` or later.
 */
export function takeTurn(paced: Paced, nowMs: number): Promise<number> {
  return turns.load({ ...paced, nowMs })
}

/** Gives turns back: what took them was wished for. Where that cannot be done, mails go a little later. */
export async function giveBack(paced: Paced[]) {
  const steps = stepsByKey(paced)
  if (steps.size === 0) return
  await giveTurnsBack([...steps.keys()], [...steps.values()]).catch(() => undefined)
}

/** Those of a group take their turns under a key in the order in which they came. */
async function takeTogether(taken: readonly Taken[]) {
  const steps = stepsByKey(taken)
  const nowMs = Math.max(...taken.map(turn => turn.nowMs))
  const rows = await takeTurns([...steps.keys()], [...steps.values()], new Date(nowMs))
  const startsMs = new Map(
    rows.map(({ key, busyUntil }) => [key, busyUntil.getTime() - (steps.get(key) ?? 0)]),
  )
  return taken.map(({ key, pace, nowMs }) => {
    const startMs = startsMs.get(key) ?? nowMs
    startsMs.set(key, startMs + stepOf(pace))
    return Math.max(nowMs, startMs - (pace.atOnce - 1) * stepOf(pace))
  })
}

function stepsByKey(paced: readonly Paced[]) {
  const steps = new Map<string, number>()
  for (const { key, pace } of paced) steps.set(key, (steps.get(key) ?? 0) + stepOf(pace))
  return steps
}

function stepOf({ perMinute }: MailPace) {
  return MINUTE_MS / perMinute
}
