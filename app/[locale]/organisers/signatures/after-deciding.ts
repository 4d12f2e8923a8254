import { z } from 'zod'
import { OUTCOME } from '#components/organisers/common/outcome-fragment.ts'
import { findNeighbours, findPlace } from '#lib/moderation/find-neighbours.ts'
import { queryOf, readTableAddress, type TableQuery } from '#lib/signatures/filters/filters.ts'
import { box } from '../form-values.ts'

/** Panels of the page of one signature that have something to press. */
export const PANELS = ['decide', 'typo', 'person', 'notes'] as const

type PanelName = (typeof PANELS)[number]

/** Where a button was pressed, as its form carries it along. */
export const pressedFields = z.object({
  id: z.uuid(),
  /** The page of the table where it stands, as a query. */
  back: z.string().optional(),
  /** The search that led to the page of one signature, where it stands there. */
  search: z.string().optional(),
  /** Whether the next signature of that search shall follow. */
  next: box,
})

type Pressed = z.output<typeof pressedFields>

/**
 * The page that follows a decision: the next signature of the search, where that was wished and something was done,
 * or else the page of the pressed button, with what came of it beside what it was about.
 */
export async function pageAfter(
  { id, back, search, next }: Pressed,
  outcome: string,
  panel: PanelName = 'decide',
) {
  if (back !== undefined) return tablePage(readTableAddress(back), id, outcome)
  const query = readTableAddress(search)
  if (next && outcome === 'done') return nextPage(query, id)
  return `signatures/${id}${withOutcome(query, { notice: outcome, panel })}`
}

async function nextPage(query: TableQuery, id: string) {
  const place = await findPlace(id)
  const next = place && (await findNeighbours(query, place)).next
  if (!next) return tablePage(query, id, 'last')
  return `signatures/${next.id}${withOutcome(next.query, { notice: 'done', about: id })}`
}

function tablePage(query: TableQuery, id: string, outcome: string) {
  return `signatures${withOutcome(query, { notice: outcome, about: id })}`
}

function withOutcome(query: TableQuery, said: Record<string, string>) {
  const asked = queryOf(query)
  return `${asked}${asked ? '&' : '?'}${new URLSearchParams(said)}#${OUTCOME}`
}
