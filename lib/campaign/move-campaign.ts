import type { Organiser } from '#lib/access/organiser.ts'
import { changeCampaign } from './change-campaign.ts'
import { CAMPAIGN_MOVES, type CampaignMove, movesFrom, stateAt } from './states.ts'

/** What came of a move. `not-possible`: the campaign is no longer where the move begins. */
export type MoveCampaignOutcome = { outcome: 'moved' | 'not-possible' }

/**
 * Opens, pauses, resumes, closes, reopens or conceals the campaign now. A date that said otherwise
 * goes: what an owner does by hand is not undone by a date of the past.
 */
export async function moveCampaign(
  organiser: Organiser,
  name: CampaignMove,
  now = new Date(),
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
