import { HOUR_MS } from '#lib/time/time-spans.ts'

/** How many signatures come within one hour. */
type SeedHour = { start: Date; signatures: number }

/** How long a seeded campaign has lasted. */
const CAMPAIGN_DAYS = 180

/** What made the letter known: the day after the start, how loudly, and in how many days it faded. */
const BURSTS = [
  { day: 0, loudness: 60, days: 4 },
  { day: 23, loudness: 18, days: 2 },
  { day: 61, loudness: 90, days: 1.2 },
  { day: 62, loudness: 35, days: 6 },
  { day: 118, loudness: 25, days: 3 },
  { day: 171, loudness: 45, days: 2.5 },
]

/**
 * Spreads signatures over half a year that ends at `until`: nights are quiet, weekends slower, and each
 * time the letter is spoken of there is a burst that fades.
 */
export function hoursOfCampaign(signatures: number, until: Date): SeedHour[] {
  const hours = Math.floor(until.getTime() / HOUR_MS)
  const weights = Array.from({ length: CAMPAIGN_DAYS * 24 }, (_, hour) => {
    const start = new Date((hours - CAMPAIGN_DAYS * 24 + hour) * HOUR_MS)
    return { start, weight: interestAt(hour / 24) * rhythmAt(start) }
  })
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  let share = 0
  let given = 0
  return weights.map(({ start, weight }) => {
    share += weight
    const upToHere = Math.round((signatures * share) / whole)
    const hour = { start, signatures: upToHere - given }
    given = upToHere
    return hour
  })
}

function interestAt(day: number) {
  const since = BURSTS.filter(burst => burst.day <= day)
  return since.reduce(
    (sum, burst) => sum + burst.loudness * Math.exp(-(day - burst.day) / burst.days),
    1,
  )
}

function rhythmAt(moment: Date) {
  const ofDay = 1 + 0.85 * Math.sin(((moment.getUTCHours() - 9) / 24) * 2 * Math.PI)
  const isWeekend = [0, 6].includes(moment.getUTCDay())
  return ofDay * (isWeekend ? 0.6 : 1)
}
