import type { CampaignState } from '#lib/database/types.ts'

/** What may be done in each state. */
export const CAMPAIGN_STATES = {
  preview: { isPublic: false, maySign: true, mayConfirm: true },
  open: { isPublic: true, maySign: true, mayConfirm: true },
  // A mail on its way when signing was paused asks for nothing new: its link still confirms.
  paused: { isPublic: true, maySign: false, mayConfirm: true },
  closed: { isPublic: true, maySign: false, mayConfirm: false },
} as const satisfies Record<CampaignState, Record<string, boolean>>

type Move = { from: readonly CampaignState[]; to: CampaignState }

/** Every move that an owner may make. A date moves the campaign too: see `stateAt`. */
export const CAMPAIGN_MOVES = {
  open: { from: ['preview'], to: 'open' },
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  close: { from: ['open', 'paused'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  conceal: { from: ['open', 'paused'], to: 'preview' },
} as const satisfies Record<string, Move>

export type CampaignMove = keyof typeof CAMPAIGN_MOVES

/** The moves that begin in a state, in the order of the table. */
export function movesFrom(state: CampaignState): CampaignMove[] {
  const moves = Object.entries(CAMPAIGN_MOVES) as [CampaignMove, Move][]
  return moves.filter(([, { from }]) => from.includes(state)).map(([name]) => name)
}

/** Where the campaign was put, and the dates that move it on. */
type Dated = { state: CampaignState; opensAt: Date | null; closesAt: Date | null }

/**
 * Where the campaign stands at a moment: where it was put, moved on by the dates that have passed. A
 * preview opens by its date alone: one that only has a day to close on stays private.
 */
export function stateAt({ state, opensAt, closesAt }: Dated, now: Date): CampaignState {
  const opened = state === 'preview' && hasPassed(opensAt, now) ? 'open' : state
  return opened !== 'preview' && hasPassed(closesAt, now) ? 'closed' : opened
}

function hasPassed(date: Date | null, now: Date) {
  return date !== null && date <= now
}
