import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { deleteRestingClients } from './queries.ts'

/** Deletes the counts of clients and the paces of mails that are at rest, until `signal` is aborted. */
export async function keepForgetting(signal: AbortSignal, interval: Interval) {
  await runLoop(signal, interval, deleteRestingClients)
}
