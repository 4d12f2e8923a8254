import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'

/** At most so many mails within so many milliseconds. */
type MailLimit = { mails: number; withinMs: number }

/** Limits of mails that ask one address to confirm, however often it is signed with. */
export const CONFIRMATION_MAIL_LIMITS = [
  { mails: 1, withinMs: 15 * MINUTE_MS },
  { mails: 3, withinMs: DAY_MS },
  { mails: 5, withinMs: Number.POSITIVE_INFINITY },
] as const satisfies MailLimit[]

/**
 * Limits of those that one network may trigger: fewer, so that a stranger leaves some to the owner of the
 * address, on each day and in all.
 */
export const MAIL_LIMITS_OF_ONE_NETWORK: MailLimit[] = [
  { mails: 2, withinMs: DAY_MS },
  { mails: 3, withinMs: Number.POSITIVE_INFINITY },
]

/** Limits of magic links to one address. */
export const MAGIC_LINK_MAIL_LIMITS = [
  { mails: 1, withinMs: 5 * MINUTE_MS },
  { mails: 6, withinMs: DAY_MS },
] as const satisfies MailLimit[]

/** Limits of asking to move a signature to another address: of one signature, and of one address that is named. */
export const ADDRESS_CHANGE_LIMITS = [
  { mails: 1, withinMs: 5 * MINUTE_MS },
  { mails: 3, withinMs: DAY_MS },
] as const satisfies MailLimit[]

/** A mail that asked to confirm, and the network whose form it asked about; null where that is not known. */
export type AskingMail = { createdAt: Date; networkHash: string | null }

/** Whether an address may get one more mail, given the times of the earlier ones. */
export function mayMailAgain(
  earlier: { createdAt: Date }[],
  now: Date,
  limits: readonly MailLimit[] = CONFIRMATION_MAIL_LIMITS,
) {
  return limits.every(({ mails, withinMs }) => {
    const recent = earlier.filter(mail => now.getTime() - mail.createdAt.getTime() < withinMs)
    return recent.length < mails
  })
}

/** Whether an address may get one more mail that asks to confirm a form from this network. */
export function mayAskAgain(earlier: AskingMail[], networkHash: string | null, now: Date) {
  if (!mayMailAgain(earlier, now)) return false
  const ofNetwork = networkHash ? earlier.filter(mail => mail.networkHash === networkHash) : []
  return mayMailAgain(ofNetwork, now, MAIL_LIMITS_OF_ONE_NETWORK)
}
