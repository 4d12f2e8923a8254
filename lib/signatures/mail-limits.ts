const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How many confirmation mails one address may get, however often its signature is given. */
export const CONFIRMATION_MAIL_LIMITS = [
  { mails: 1, withinMs: 15 * MINUTE_MS },
  { mails: 3, withinMs: DAY_MS },
  { mails: 5, withinMs: Number.POSITIVE_INFINITY },
]

/** Whether one more confirmation mail may go to an address, given when the earlier ones were written. */
export function mayMailAgain(earlier: Date[], now: Date) {
  return CONFIRMATION_MAIL_LIMITS.every(({ mails, withinMs }) => {
    const recent = earlier.filter(date => now.getTime() - date.getTime() < withinMs)
    return recent.length < mails
  })
}
