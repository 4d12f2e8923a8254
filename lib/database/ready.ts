import { doesAnswer } from './heartbeat.ts'

/** Whoever watches over the server waits no longer. */
const ANSWER_WITHIN_MS = 1_000

/** Whether the database answers now; waits a second at most. */
export async function isDatabaseReachable(): Promise<boolean> {
  return doesAnswer(ANSWER_WITHIN_MS)
}
