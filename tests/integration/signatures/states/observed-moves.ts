import { expect } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { SignatureEventKind, SignatureStatus } from '#lib/database/types.ts'
import { MOVES } from '#lib/signatures/states.ts'

/** Where each signature stands, and the moves of its history, by its id. */
export type States = Map<string, { status: SignatureStatus; moves: SignatureEventKind[] }>

/** What a signature that counts went through last. */
const COUNTING = new Set<string>(['confirmed', 'released', 'restored'])

const MOVE_EVENTS = new Set<string>(Object.values(MOVES).map(({ event }) => event))

export async function lookAtStates(): Promise<States> {
  const rows = await database.signature.findMany({
    orderBy: { submittedAt: 'asc' },
    select: { id: true, status: true, events: { select: { kind: true }, orderBy: { at: 'asc' } } },
  })
  return new Map(
    rows.map(({ id, status, events }) => {
      const moves = events.map(({ kind }) => kind).filter(kind => MOVE_EVENTS.has(kind))
      return [id, { status, moves }]
    }),
  )
}

/** The moves between two looks. Fails on one that is not allowed, or that left no line of history. */
export function whatMoved(before: States, after: States): string[] {
  const moves: string[] = []
  for (const [id, { status }] of before) {
    if (after.has(id)) continue
    expect(status, 'only what is pending is deleted').toBe('pending')
    moves.push('delete')
  }
  for (const [id, now] of after) {
    const then = before.get(id)
    const added = now.moves.slice(then?.moves.length ?? 0)
    if (!then) {
      expect(now, 'a signature begins as pending').toEqual({ status: 'pending', moves: [] })
      moves.push('begin')
    } else if (then.status === now.status) {
      expect(added, 'no history without a move').toEqual([])
    } else {
      moves.push(nameOfMove(then.status, now.status, added))
    }
  }
  return moves
}

function nameOfMove(from: SignatureStatus, to: SignatureStatus, events: SignatureEventKind[]) {
  const fitting = Object.entries(MOVES).filter(
    ([, move]) => (move.from as readonly string[]).includes(from) && move.to === to,
  )
  // Its owner and an organiser erase alike: the history tells them apart.
  const found = fitting.find(([, move]) => move.event === events[0]) ?? fitting[0]
  if (!found) throw new Error(`A signature moved from ${from} to ${to}: no move does that.`)
  expect(events, `one line of history for ${found[0]}`).toEqual([found[1].event])
  return found[0]
}

/** How many count, from what happened alone: not from the column that the tally reads. */
export function recountFromHistory(states: States) {
  const last = [...states.values()].map(({ moves }) => moves.at(-1))
  return last.filter(move => COUNTING.has(move ?? '')).length
}
