import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { inConstantTime } from '#lib/security/constant-time-response.ts'
import { hashToken } from '#lib/security/tokens.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { signAlone } from './sign-alone.ts'
import { readDetails } from './signature-details.ts'
import { waitingFor } from './waiting-forms.ts'

/** Least response time in milliseconds, so that it does not reveal whether the address waits for anything. */
const ANSWER_AFTER_MS = 50

/** Who asks for the mail once more: the browser that sent the form, and nobody else. */
type Asking = {
  /** The address that it remembers having sent. */
  address: string | null
  /** The secret that it keeps since. */
  browserToken: unknown
  clientAddress: string
}

/** One outcome for every address, whether a mail went or not. */
export type ResendConfirmationOutcome = { outcome: 'accepted' }

/**
 * Asks again to confirm the form that this browser sent, as if it were sent once more: a new mail within the same
 * limits (mail-limits.ts), or none. Nothing happens once signing has closed, when a new mail would put the end off.
 */
export async function resendConfirmation(
  asking: Asking,
  now = sharedNow(),
): Promise<ResendConfirmationOutcome> {
  await inConstantTime('resend', ANSWER_AFTER_MS, () => resend(asking, now))
  return { outcome: 'accepted' }
}

async function resend({ address, browserToken, clientAddress }: Asking, now: Date) {
  const browserHash = hashToken(browserToken)
  if (!address || !browserHash || !(await isConfirmingOpen(now))) return
  const signature = await database.signature.findUnique({
    where: { emailKey: emailKey(address) },
    select: { id: true },
  })
  if (!signature) return
  const form = await database.confirmationLink.findFirst({
    where: { ...waitingFor(signature.id, now), browserHash },
    orderBy: { submittedAt: 'desc' },
  })
  if (!form) return
  await signAlone({ details: readDetails(form.details), now, from: { clientAddress, browserHash } })
}
