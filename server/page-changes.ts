// Page changes: what one process has forgotten, all others forget within a quarter of a second (docs/decisions/0044-processes.md).
import { forgetCampaignRun } from '#lib/campaign/campaign-cache.ts'
import { isDatabaseSilent } from '#lib/database/outage.ts'
import { announcePageChange, countPageChanges } from '#lib/database/page-changes.ts'
import { withPatience } from '#lib/database/patience.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { runLoop } from '#lib/process/run-loop.ts'
import { forgetTally } from '#lib/signatures/tally.ts'

/** How often a web process asks, in milliseconds: a question by the primary key, on a connection that it has. */
const INTERVAL = { ms: 250 }

/** How many changes this process knows of; null before it has asked. */
const known = processSingleton('page-changes', (): { changes: number | null } => ({
  changes: null,
}))

/** Tells all processes and machines of a change that this one has made. Where it cannot, pages are 30 s old at most. */
export async function tellPageChange() {
  const changes = await announcePageChange().catch(() => null)
  // Nobody else said anything meanwhile: there is nothing to forget once more.
  if (changes !== null && changes - 1 === known.changes) known.changes = changes
}

/** Asks again and again whether another process has changed what pages show, and then forgets what this one keeps. */
export async function followPageChanges(signal: AbortSignal, forgetPages: () => void) {
  await runLoop(signal, INTERVAL, () =>
    withPatience('request', async () => {
      // Nothing can change meanwhile, and lib/database/heartbeat.ts asks already.
      if (isDatabaseSilent()) return
      const before = known.changes
      const changes = await countPageChanges()
      // Its own change was told while the question was under way.
      if (known.changes !== before) return
      known.changes = changes
      if (before === null || before === changes) return
      forgetTally()
      forgetCampaignRun()
      forgetPages()
    }),
  )
}
