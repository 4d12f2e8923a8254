import type { Organiser } from '#lib/access/organiser.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { CampaignState, Prisma } from '#lib/database/types.ts'
import type { TextFault } from '#lib/text/text-rules.ts'
import { countBoundSignatures } from './bound-signatures.ts'
import type { CampaignRun } from './campaign-run.ts'
import { changeCampaign } from './change-campaign.ts'
import { extendedClosing } from './extend-closing.ts'
import { readNotes } from './notes.ts'
import { CAMPAIGN_MOVES, type CampaignMove, movesFrom, stateAt } from './states.ts'
import { countTrials, decideOnTrials, type TrialsFate } from './trials.ts'

/**
 * Outcome of a transition. `not-possible`: the campaign has left the state in which it begins; `choose-trials`: the
 * preview has signatures, and nobody said what becomes of them; `ask-again`: people have signed, from whom the letter
 * would be taken, and nobody said that this is known; `refused`: what is wrong with its sentences, by
 * language.
 */
export type MoveCampaignOutcome =
  | { outcome: 'moved' | 'not-possible' | 'choose-trials' | 'ask-again' }
  | { outcome: 'refused'; faults: Record<string, TextFault> }

/** What an owner says with a transition. */
export type MoveOptions = {
  /** Sentences for readers, by language: a pause must have one in each, a closing may. */
  notes?: Record<string, string>
  /** Whether the days of the pause are added to the closing date. */
  extendsClosing?: boolean
  /** What becomes of signatures of the preview when the letter opens: to be said where there are any. */
  trials?: TrialsFate | undefined
  /** Whether the owner was told how many have signed what she conceals. */
  isSure?: boolean
}

/**
 * Opens, pauses, resumes, closes, reopens or conceals the campaign now. Conflicting scheduled dates are
 * removed, so that a past date does not undo a manual transition.
 */
export async function moveCampaign(
  organiser: Organiser,
  name: CampaignMove,
  now = sharedNow(),
  { notes: typed, extendsClosing = false, trials, isSure = false }: MoveOptions = {},
): Promise<MoveCampaignOutcome> {
  const { notes, faults } = typed ? readNotes(typed, name === 'pause') : NOTHING_TYPED
  if (faults) return { outcome: 'refused', faults }
  if (name === 'open' && !trials && (await countTrials()) > 0) return { outcome: 'choose-trials' }
  if (name === 'conceal' && !isSure && (await countBoundSignatures()) > 0) {
    return { outcome: 'ask-again' }
  }
  const hasMoved = await changeCampaign(organiser, now, run => {
    const from = stateAt(run, now)
    if (!movesFrom(from).includes(name)) return null
    const { to } = CAMPAIGN_MOVES[name]
    const extended = extendsClosing && name === 'resume' ? extendedClosing(run, now) : null
    const moved = { ...run, ...(extended && { closesAt: extended.closesAt }) }
    return {
      run: { ...stand(moved, to, now), ...saying(name, notes) },
      kind: 'campaign-moved',
      details: { from, to, ...(extended && { extendedByDays: extended.days }) },
      ...(name === 'open' && trials && { also: withTrials(trials) }),
    }
  })
  return { outcome: hasMoved ? 'moved' : 'not-possible' }
}

/** What is kept stays; a sentence that was emptied goes. */
const NOTHING_TYPED: { notes?: undefined; faults?: undefined } = {}

function stand(run: CampaignRun, to: CampaignState, now: Date): CampaignRun {
  const isOver = to === 'closed' || (run.closesAt !== null && run.closesAt <= now)
  return {
    ...run,
    state: to,
    opensAt: null,
    closesAt: isOver ? null : run.closesAt,
    closedAt: to === 'closed' ? now : null,
    pausedAt: to === 'paused' ? now : null,
  }
}

function saying(name: CampaignMove, notes: Record<string, string> | undefined) {
  if (!notes) return {}
  if (name === 'pause') return { pauseNotes: notes }
  return name === 'close' ? { closingNotes: notes } : {}
}

function withTrials(fate: TrialsFate) {
  return async (transaction: Prisma.TransactionClient) => {
    const trials = await decideOnTrials(transaction, fate)
    return { trials, trialsKept: fate === 'keep' }
  }
}
