/** Actions of one button on a signature; the console's action knows each. */
export type ActName =
  | 'release'
  | 'hold'
  | 'hide'
  | 'show'
  | 'approve'
  | 'refuse'
  | 'feature'
  | 'unfeature'
  | 'remove'
  | 'refuseDouble'
  | 'restore'
  | 'agree'
  | 'dismiss'

/** What the choice of buttons depends on. */
type Standing = {
  status: string
  isHidden: boolean
  statementStatus: string
  featuredOrder: number | null
  reports: readonly unknown[]
}

/** The buttons that a row of the table offers: what is asked most, not all that can be done. */
export function actsOfRow({ status, statementStatus, reports }: Standing): ActName[] {
  if (status === 'held') return ['release']
  if (status === 'removed') return ['restore']
  if (status !== 'confirmed') return []
  return [
    ...(reports.length > 0 ? (['agree', 'dismiss'] as const) : []),
    ...(statementStatus === 'waiting' ? (['approve', 'refuse'] as const) : []),
  ]
}

/** The buttons of the page of one signature; what needs a word more has a form of its own. */
export function actsOfPage(standing: Standing, hasDouble: boolean): ActName[] {
  const { status, isHidden, statementStatus, featuredOrder } = standing
  if (status !== 'held' && status !== 'confirmed') return actsOfRow(standing)
  return [
    ...(status === 'held' ? (['release'] as const) : []),
    ...(standing.reports.length > 0 && status === 'confirmed' ? (['dismiss'] as const) : []),
    ...(statementStatus === 'waiting' || statementStatus === 'refused'
      ? (['approve'] as const)
      : []),
    ...(statementStatus === 'waiting' || statementStatus === 'approved'
      ? (['refuse'] as const)
      : []),
    isHidden ? 'show' : 'hide',
    ...(featuredOrder === null ? [] : (['unfeature'] as const)),
    ...(hasDouble && status === 'held' ? (['refuseDouble'] as const) : []),
  ]
}

/** Whether it may be removed: that asks why, in a form of its own. */
export function isRemovable({ status }: Pick<Standing, 'status'>) {
  return status === 'held' || status === 'confirmed'
}
