import { randomUUID } from 'node:crypto'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import { migrationNames } from '#lib/database/migration-files.ts'
import { measureClock } from '#lib/database/shared-clock.ts'
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { servedCampaign } from '#lib/text/campaign-files.ts'
import { SECOND_MS } from '#lib/time/time-spans.ts'
import {
  type Fingerprint,
  forgetProcess,
  LIVES_FOR_SECONDS,
  noteProcess,
  readLivingProcesses,
} from './queries.ts'

/** How often a process says that it lives. */
export const SEEN_EVERY_MS = 5 * SECOND_MS

/** From this on a machine's clock is said to be wrong: links and codes of 30 s still work below it. */
const CLOCK_DIFFERS_FROM_MS = 5 * SECOND_MS

/**
 * Joins the processes of the site on this database, of all machines, and says in the log where this machine differs:
 * another content or version is right during an update, and a wrong clock never is.
 * @returns as what this process is known
 * @throws Error with a sentence where the others have another address: forms would be refused and links dead
 */
export async function joinSite(role: Fingerprint['role']): Promise<Fingerprint> {
  const own = ownFingerprint(role)
  const others = await database.$transaction(async transaction => {
    await withLock(transaction, 'site-processes')
    const living = await readLivingProcesses(transaction)
    const stranger = living.find(({ siteUrl }) => siteUrl !== own.siteUrl)
    if (stranger) throw new Error(sentenceAbout(stranger.siteUrl))
    await noteProcess(transaction, own)
    return living
  })
  tellDifferences(own, others)
  await checkClock()
  return own
}

/** Says that a process lives and which content it serves now, and measures the clocks anew. */
export async function stayInSite(own: Fingerprint) {
  await noteProcess(database, { ...own, contentHash: servedCampaign().id })
  await measureClock()
}

/** Says that a process has ended. */
export async function leaveSite({ id }: Fingerprint) {
  await forgetProcess(id)
}

function ownFingerprint(role: Fingerprint['role']): Fingerprint {
  const version = migrationNames().at(-1) ?? ''
  return {
    id: randomUUID(),
    role,
    siteUrl: env.SITE_URL,
    contentHash: servedCampaign().id,
    version,
  }
}

function sentenceAbout(siteUrl: string) {
  return (
    `SITE_URL is ${env.SITE_URL} here and ${siteUrl} on an instance that runs on the same database: ` +
    'forms would be refused and links lead astray. Set one address for all, or stop the others first; ' +
    `one that was killed is forgotten after ${LIVES_FOR_SECONDS} seconds.`
  )
}

function tellDifferences(own: Fingerprint, others: Fingerprint[]) {
  for (const what of ['contentHash', 'version'] as const) {
    if (others.some(other => other[what] !== own[what]))
      logEvent('instances-differ', { what: DIFFERENCES[what] })
  }
}

const DIFFERENCES = { contentHash: 'content', version: 'version' }

async function checkClock() {
  const aheadMs = await measureClock()
  if (Math.abs(aheadMs) < CLOCK_DIFFERS_FROM_MS) return
  logEvent('clock-differs', { seconds: Math.round(aheadMs / SECOND_MS) })
}
