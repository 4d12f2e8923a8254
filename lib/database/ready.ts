import { doesAnswer } from './heartbeat.ts'

/** Longest wait of a health check. */
const ANSWER_WITHIN_MS = 1_000

/** Whether the database is ready; waits a second at most. */
export async function isDatabaseReachable(): Promise<boolean> {
  return doesAnswer(ANSWER_WITHIN_MS)
}
