import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Row } from '../table.ts'
import type { Watched } from './measure-steps.ts'
import type { Plan, SurgeResult } from './plan.ts'

const GENERATOR = fileURLToPath(new URL('generator.ts', import.meta.url))

/** What the load generator is told to do. */
export type Order =
  | { what: 'surge' | 'link'; plan: Plan }
  | { what: 'steps'; plan: Plan; site: Watched }

/** Starts the load generator in a process of its own, and waits until mails can come to it. */
export async function startGenerator() {
  const child = fork(GENERATOR)
  const [{ resendUrl }] = await once(child, 'message')
  const tell = async (order: Order) => {
    child.send(order)
    const [{ result, error }] = await once(child, 'message')
    if (error) throw new Error(error)
    return result
  }
  return {
    resendUrl: String(resendUrl),
    /** @throws Error where the crowd could not even read the letter */
    surge: (plan: Plan): Promise<SurgeResult> => tell({ what: 'surge', plan }),
    /** Path of a link of the site that nobody has pressed. */
    link: (plan: Plan): Promise<string> => tell({ what: 'link', plan }),
    /** What each step takes of the processor, as rows. */
    steps: (plan: Plan, { pid, dataFolder }: Watched): Promise<Row[]> =>
      tell({ what: 'steps', plan, site: { pid, dataFolder } }),
    stop: () => child.disconnect(),
  }
}

export type Generator = Awaited<ReturnType<typeof startGenerator>>
