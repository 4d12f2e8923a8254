import type { CampaignState } from '#lib/database/types.ts'

/** What each state of the campaign permits. */
export const CAMPAIGN_STATES = {
  preview: { isPublic: false, maySign: true, mayConfirm: true },
  open: { isPublic: true, maySign: true, mayConfirm: true },
  // Confirming stays possible during a pause: links that were mailed before still work.
  paused: { isPublic: true, maySign: false, mayConfirm: true },
  closed: { isPublic: true, maySign: false, mayConfirm: false },
} as const satisfies Record<CampaignState, Record<string, boolean>>

type Move = { from: readonly CampaignState[]; to: CampaignState }

/** Transitions that an owner may make. Dates make transitions too: see `stateAt`. */
export const CAMPAIGN_MOVES = {
  open: { from: ['preview'], to: 'open' },
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  close: { from: ['open', 'paused'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  conceal: { from: ['open', 'paused'], to: 'preview' },
} as const satisfies Record<string, Move>

export type CampaignMove = keyof typeof CAMPAIGN_MOVES

/** Whether a campaign in this state may be given a date at which it opens by itself. */
export function mayOpenByDate(state: CampaignState) {
  return OPENED_BY_DATE.includes(state)
}

/** Transitions from a state, in the order of the table. */
export function movesFrom(state: CampaignState): CampaignMove[] {
  const moves = Object.entries(CAMPAIGN_MOVES) as [CampaignMove, Move][]
  return moves.filter(([, { from }]) => from.includes(state)).map(([name]) => name)
}

/** States that a date opens: a preview, and a pause that was given an end. */
const OPENED_BY_DATE: readonly CampaignState[] = ['preview', 'paused']

/** The stored state, and the dates that change it. */
type Dated = { state: CampaignState; opensAt: Date | null; closesAt: Date | null }

/**
 * State of the campaign at a time: the stored state, advanced by the dates that have passed. A preview opens by
 * its date alone: one with only a closing date stays private. A pause ends by the same date.
 */
export function stateAt({ state, opensAt, closesAt }: Dated, now: Date): CampaignState {
  const opened = OPENED_BY_DATE.includes(state) && hasPassed(opensAt, now) ? 'open' : state
  return opened !== 'preview' && hasPassed(closesAt, now) ? 'closed' : opened
}

function hasPassed(date: Date | null, now: Date) {
  return date !== null && date <= now
}
