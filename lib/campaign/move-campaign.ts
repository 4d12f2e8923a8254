import type { Organiser } from '#lib/access/organiser.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { changeCampaign } from './change-campaign.ts'
import { CAMPAIGN_MOVES, type CampaignMove, movesFrom, stateAt } from './states.ts'

/** Outcome of a transition. `not-possible`: the campaign has left the state in which it begins. */
export type MoveCampaignOutcome = { outcome: 'moved' | 'not-possible' }

/**
 * Opens, pauses, resumes, closes, reopens or conceals the campaign now. Conflicting scheduled dates are
 * removed, so that a past date does not undo a manual transition.
 */
export async function moveCampaign(
  organiser: Organiser,
  name: CampaignMove,
  now = sharedNow(),
): Promise<MoveCampaignOutcome> {
  const hasMoved = await changeCampaign(organiser, now, run => {
    const from = stateAt(run, now)
    if (!movesFrom(from).includes(name)) return null
    const { to } = CAMPAIGN_MOVES[name]
    const isOver = to === 'closed' || (run.closesAt !== null && run.closesAt <= now)
    const closesAt = isOver ? null : run.closesAt
    return {
      run: { ...run, state: to, opensAt: null, closesAt },
      kind: 'campaign-moved',
      details: { from, to },
    }
  })
  return { outcome: hasMoved ? 'moved' : 'not-possible' }
}
