import { forReaders } from '#lib/database/for-readers.ts'
import type { CampaignState } from '#lib/database/types.ts'
import { env } from '#lib/env/env.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { type CampaignRun, readCampaignRun, runByContent } from './campaign-run.ts'
import { CAMPAIGN_STATES, stateAt } from './states.ts'

/** How long an answer of the database is believed by what asks for every request, in milliseconds. */
const BELIEVED_MS = 1_000

type Known = { run?: CampaignRun; until: number; asking?: Promise<void> }

const known = processSingleton('campaign-run', (): Known => ({ until: 0 }))

/**
 * How the campaign runs, at most a second old, for what every request asks; as it was last known
 * while the database does not answer.
 */
export async function cachedCampaignRun(): Promise<CampaignRun> {
  if (env.isBuild) return runByContent()
  if (Date.now() >= known.until) {
    known.asking ??= ask()
    await known.asking
  }
  return known.run ?? runByContent()
}

/** Where the campaign stands now, as far as is known. */
export async function knownCampaignState(now = new Date()): Promise<CampaignState> {
  return stateAt(await cachedCampaignRun(), now)
}

/** Whether pages may ask their readers to sign now. */
export async function isSigningOpen(now = new Date()) {
  return CAMPAIGN_STATES[await knownCampaignState(now)].maySign
}

/** Makes the next question ask the database: after a change in this process. */
export function forgetCampaignRun() {
  known.until = 0
  known.asking = undefined
}

function ask() {
  const asking = forReaders(readCampaignRun)
    .catch(() => undefined)
    .then(run => {
      // Forgotten meanwhile: this answer may be from before the change.
      if (known.asking !== asking) return
      known.run = run ?? known.run
      known.until = Date.now() + BELIEVED_MS
      known.asking = undefined
    })
  return asking
}
