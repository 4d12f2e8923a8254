import { z } from 'zod'

/** Confirmed signatures that share something; null stands for those who did not say. */
const share = z.object({ key: z.string().nullable(), signatures: z.number() })

const count = z.number().int()

/** What is counted for the overview, all at one moment. */
export const figures = z.object({
  byStatus: z.object({ confirmed: count, pending: count, held: count, withdrawn: count }),
  /** Confirmed since midnight where the campaign is, and within seven days of 24 hours. */
  confirmedToday: count,
  confirmedInSevenDays: count,
  /** Of those sent within the last days, how many were confirmed, be they held or withdrawn since. */
  conversion: z.object({ days: count, submitted: count, confirmed: count }),
  /** Confirmed in each of the last 48 hours, oldest first; `start` is ISO 8601, UTC. */
  hours: z.array(z.object({ start: z.string(), signatures: count })),
  /** Confirmed on each day from the first one to today, oldest first; `day` is one of the campaign's time zone. */
  days: z.array(z.object({ day: z.string(), signatures: count })),
  shares: z.object({
    country: z.array(share),
    category: z.array(share),
    kind: z.array(share),
    locale: z.array(share),
    referrerHost: z.array(share),
    cameFrom: z.array(share),
  }),
})

export type Metrics = z.output<typeof figures>
export type Share = z.output<typeof share>
export type ShareName = keyof Metrics['shares']

/** Metrics with the moment at which they were counted. */
export type CountedMetrics = Metrics & { asOf: Date }
