import type { NewsState } from '#lib/database/types.ts'

type Move = { from: readonly NewsState[]; to: NewsState }

/** Transitions of news. Publishing what is published publishes its changes. */
export const NEWS_MOVES = {
  publish: { from: ['draft', 'withdrawn', 'published'], to: 'published' },
  withdraw: { from: ['published'], to: 'withdrawn' },
} as const satisfies Record<string, Move>

export type NewsMove = keyof typeof NEWS_MOVES

/** Whether a transition is possible from a state. */
export function mayMoveNews(state: NewsState, name: NewsMove) {
  const { from }: Move = NEWS_MOVES[name]
  return from.includes(state)
}
