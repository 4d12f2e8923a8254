import { DAY_MS, MINUTE_MS } from '#lib/time-spans.ts'

/** At most so many mails within so many milliseconds. */
type MailLimit = { mails: number; withinMs: number }

/** How many mails that ask to confirm one address may get, however often its signature is given. */
export const CONFIRMATION_MAIL_LIMITS: MailLimit[] = [
  { mails: 1, withinMs: 15 * MINUTE_MS },
  { mails: 3, withinMs: DAY_MS },
  { mails: 5, withinMs: Number.POSITIVE_INFINITY },
]

/** How many links to one's own signature one address may get. */
export const OWN_LINK_MAIL_LIMITS: MailLimit[] = [
  { mails: 1, withinMs: 5 * MINUTE_MS },
  { mails: 6, withinMs: DAY_MS },
]

/** Whether one more mail may go to an address, given when the earlier ones were written. */
export function mayMailAgain(
  earlier: { createdAt: Date }[],
  now: Date,
  limits = CONFIRMATION_MAIL_LIMITS,
) {
  return limits.every(({ mails, withinMs }) => {
    const recent = earlier.filter(mail => now.getTime() - mail.createdAt.getTime() < withinMs)
    return recent.length < mails
  })
}
