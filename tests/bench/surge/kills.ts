import { setTimeout as wait } from 'node:timers/promises'
import { type Row, whole } from '../table.ts'
import { processesBelow, WATCHERS } from './processes.ts'

const LOOK_EACH_MS = 20
const REPLACED_WITHIN_MS = 30_000

/**
 * Ends processes of the site by kill -9, at random moments spread over `seconds`, never those that watch
 * over others. Resolves to how long it took until as many ran again.
 */
export async function killAtRandom(root: number, kills: number, seconds: number): Promise<Row[]> {
  if (kills === 0) return []
  const times: number[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    await wait(Math.random() * 2 * ((seconds * 1_000) / kills))
    times.push(await killOne(root))
  }
  const list = times.toSorted((a, b) => a - b).map(ms => whole(ms))
  return [[`${kills} processes killed meanwhile`, `as many again after ${list.join(', ')} ms`]]
}

async function killOne(root: number) {
  const before = workers(root)
  const victim = before[Math.floor(Math.random() * before.length)]
  if (!victim) throw new Error('No process of the site is left to be killed.')
  process.kill(victim.pid, 'SIGKILL')
  const killedAt = performance.now()
  const isWhole = () => {
    const now = workers(root)
    return now.length >= before.length && !now.some(({ pid }) => pid === victim.pid)
  }
  while (!isWhole()) {
    if (performance.now() - killedAt > REPLACED_WITHIN_MS) {
      throw new Error(`${victim.name} was killed, and nothing took its place.`)
    }
    await wait(LOOK_EACH_MS)
  }
  return performance.now() - killedAt
}

function workers(root: number) {
  return processesBelow(root).filter(({ name }) => !WATCHERS.includes(name))
}
