import { setTimeout as wait } from 'node:timers/promises'
import type { Mailboxes } from './mailbox.ts'
import { openLoop } from './open-loop.ts'
import { isOfRun } from './people.ts'
import { type Plan, READERS_PER_SIGNATORY, STEPS, type SurgeResult } from './plan.ts'
import { readLetter, signAndConfirm } from './signatory.ts'
import { openStage, type Stage } from './stage.ts'

/** Who has come gets so long to come to an end after the last arrival. */
const FINISH_WITHIN_MS = 120_000

/** With so many seconds' worth of requests unanswered, answers take as long (Little's law): enough. */
const HOPELESS_SECONDS = 3
const REQUESTS_PER_SIGNATORY = READERS_PER_SIGNATORY + STEPS.length - 1

/** Sends the crowd of a plan, and resolves once all of it has come to its end, or has waited too long. */
export async function runSurge(plan: Plan, mailboxes: Mailboxes | null): Promise<SurgeResult> {
  const giveUp = new AbortController()
  const stage = await openStage(plan, mailboxes, giveUp.signal)
  const { client, stopwatch, accepted, confirmed } = stage
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  const crowd = await sendCrowd(stage, giveUp)
  const { user, system } = process.cpuUsage(cpuBefore)
  const generatorCores = (user + system) / 1_000 / (performance.now() - startedAt)
  const mails = mailboxes?.count(address => isOfRun(address, plan.run))
  await client.close()
  return {
    perSecond: plan.perSecond,
    ...crowd,
    ...stopwatch.read(),
    broken: client.broken(),
    accepted,
    confirmed: confirmed.length,
    mails: mails ?? { received: 0, twice: 0 },
    generatorCores,
  }
}

async function sendCrowd(stage: Stage, giveUp: AbortController) {
  const { plan, client } = stage
  const { perSecond, seconds, hopelessSeconds = HOPELESS_SECONDS } = plan
  const tooMany = Math.max(50, hopelessSeconds * REQUESTS_PER_SIGNATORY * perSecond)
  const isHopeless = () => client.underWay() > tooMany
  const readings: Promise<unknown>[] = []
  const chains: Promise<boolean>[] = []
  const readers = { perSecond: READERS_PER_SIGNATORY * perSecond, seconds }
  const [, signing] = await Promise.all([
    openLoop(readers, (due, place) => readings.push(readLetter(stage, due, place)), isHopeless),
    openLoop(plan, (due, place) => chains.push(oneChain(stage, due, place)), isHopeless),
  ])
  const last = wait(FINISH_WITHIN_MS, undefined, { signal: giveUp.signal }).catch(() => undefined)
  const ends = Promise.all([...readings, ...chains])
  await Promise.race([ends, last])
  giveUp.abort()
  await ends
  const finished = (await Promise.all(chains)).filter(Boolean).length
  return { arrived: signing.begun, wasGivenUp: signing.wasGivenUp, finished }
}

/** A page without the form that it should have is as odd as a wrong status. */
async function oneChain(stage: Stage, due: number, place: number) {
  try {
    return await signAndConfirm(stage, due, place)
  } catch (error) {
    stage.stopwatch.metOdd(error instanceof Error ? error.message : String(error))
    return false
  }
}
