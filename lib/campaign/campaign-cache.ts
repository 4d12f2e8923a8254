import { forReaders } from '#lib/database/for-readers.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { CampaignState } from '#lib/database/types.ts'
import { env } from '#lib/env/env.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { type CampaignRun, readCampaignRun, runByContent } from './campaign-run.ts'
import { CAMPAIGN_STATES, stateAt } from './states.ts'

/** Lifetime of the cached campaign run, in milliseconds. */
const BELIEVED_MS = 1_000

type Known = { run?: CampaignRun; until: number; asking?: Promise<void> }

const known = processSingleton('campaign-run', (): Known => ({ until: 0 }))

/**
 * The campaign run, cached for a second, for code that runs at every request; the last known one while the
 * database does not answer.
 */
export async function cachedCampaignRun(): Promise<CampaignRun> {
  if (env.isBuild) return runByContent()
  if (Date.now() >= known.until) {
    known.asking ??= ask()
    await known.asking
  }
  return known.run ?? runByContent()
}

/** Current state of the campaign, from the cache. */
export async function knownCampaignState(now = sharedNow()): Promise<CampaignState> {
  return stateAt(await cachedCampaignRun(), now)
}

/** Whether signing is open, from the cache. */
export async function isSigningOpen(now = sharedNow()) {
  return CAMPAIGN_STATES[await knownCampaignState(now)].maySign
}

/** Invalidates the cache, after a change in this process. */
export function forgetCampaignRun() {
  known.until = 0
  known.asking = undefined
}

function ask() {
  const asking = forReaders(readCampaignRun)
    .catch(() => undefined)
    .then(run => {
      // Invalidated while reading: this answer may predate the change.
      if (known.asking !== asking) return
      known.run = run ?? known.run
      known.until = Date.now() + BELIEVED_MS
      known.asking = undefined
    })
  return asking
}
