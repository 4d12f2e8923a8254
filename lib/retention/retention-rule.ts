/** One promise of the privacy page, and how it is kept. */
export type RetentionRule = {
  name:
    | 'pending'
    | 'network'
    | 'removed'
    | 'addresses'
    | 'links'
    | 'paper'
    | 'domains'
    | 'approvals'
    | 'signing-rules'
    | 'bounces'
    | 'logs'
  /** For a person at a terminal. */
  says: string
  /** Counts the rows that are due. */
  count: (now: Date) => Promise<number>
  /** Deletes or empties them; resolves to how many. */
  enforce: (now: Date) => Promise<number>
}
