/** A group of confirmed signatures; `key` is null for those that did not say. */
export type Share = { key: string | null; signatures: number }

export type ShareName = 'country' | 'category' | 'kind' | 'locale' | 'referrerHost' | 'cameFrom'

/** Metrics of the overview, all of one time. */
export type Metrics = {
  /** That time. */
  asOf: Date
  byStatus: { confirmed: number; pending: number; held: number; withdrawn: number }
  /** Confirmed since midnight where the campaign is. */
  confirmedToday: number
  /** Confirmed within seven days of 24 hours. */
  confirmedInSevenDays: number
  /** Of those sent within the last days, how many were confirmed, be they held or withdrawn since. */
  conversion: { days: number; submitted: number; confirmed: number }
  /** Confirmed in each of the last 48 hours, oldest first; `start` is ISO 8601, UTC. */
  hours: { start: string; signatures: number }[]
  /** Confirmed on each day from the first one to today, oldest first; `day` is one of the campaign's time zone. */
  days: { day: string; signatures: number }[]
  shares: Record<ShareName, Share[]>
}
