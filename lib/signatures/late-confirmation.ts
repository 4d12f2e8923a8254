import { mayConfirm, readCampaignRun, runByContent } from '#lib/campaign/campaign-run.ts'
import {
  type Closing,
  closingMoment,
  confirmationDeadline,
  isCountFinal,
} from '#lib/campaign/confirmation-deadline.ts'
import { database } from '#lib/database/client.ts'
import { UNDER_WAY } from '#lib/security/link-expiry.ts'
import type { FoundLink } from './queries/links.ts'

/** Whether any form may be confirmed now: while signing goes on, and until the final count. */
export async function isAnyConfirmingOpen(now: Date) {
  return !isCountFinal(await readCampaignRun(), now)
}

/**
 * Whether a form may be confirmed through a link now. Every form that waits was given in time, as none is taken after
 * closing; when the mail of the link went out is asked only after closing.
 */
export async function mayConfirmThrough(link: FoundLink, now: Date) {
  const run = runOf(link)
  if (mayConfirm(run, now)) return true
  const closedAt = closingMoment(run)
  if (!closedAt || isCountFinal(run, now)) return false
  return now < confirmationDeadline(closedAt, await mailedAt(link.id, now))
}

/** The campaign run as it was read together with a link; what content/campaign.yaml says where owners set none. */
function runOf({ runState: state, opensAt, closesAt, closedAt }: FoundLink): Closing {
  return state ? { state, opensAt, closesAt, closedAt } : runByContent()
}

/** When the newest mail of a link went out: now for one that may just be arriving. */
async function mailedAt(linkId: string, now: Date) {
  const mails = await database.mail.findMany({
    where: { linkId, kind: { in: ['confirm', 'reminder'] } },
    select: { status: true, sentAt: true },
  })
  if (mails.some(({ status }) => UNDER_WAY.includes(status))) return now
  const times = mails.flatMap(({ sentAt }) => (sentAt ? [sentAt.getTime()] : []))
  return times.length > 0 ? new Date(Math.max(...times)) : null
}
