// Membership: each process is known to all others on the same database, whichever machine it runs on (docs/decisions/0051-several-machines.md).
import { joinSite, leaveSite, SEEN_EVERY_MS, stayInSite } from '#lib/instances/join-site.ts'
import { runLoop } from '#lib/process/run-loop.ts'

/**
 * Joins the processes of the site and stays among them until `signal` is aborted; then `left` settles.
 * @throws Error with a sentence where this one does not fit the others
 */
export async function becomeMember(role: 'web' | 'worker', signal: AbortSignal) {
  const own = await joinSite(role)
  const staying = runLoop(signal, { ms: SEEN_EVERY_MS }, () => stayInSite(own))
  return { left: staying.then(() => leaveSite(own)).catch(() => undefined) }
}
