import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { inConstantTime } from '#lib/security/constant-time-response.ts'
import { newToken } from '#lib/security/tokens.ts'
import { MAGIC_LINK_MAIL_LIMITS, mayMailAgain } from '#lib/suppression/mail-limits.ts'
import { keysOf, readEmailAddress } from '#lib/text/email-address.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { findErased } from '../erased-addresses.ts'
import { type MailRequest, mailTime } from '../mail-pace.ts'
import { lockConfirmedOf } from '../queries/signatures.ts'

/** Lifetime of a magic link once its mail was sent, in minutes. */
export const MAGIC_LINK_LIFETIME_MINUTES = 30

/** Least response time in milliseconds, so that it does not reveal whether the address signed. */
const ANSWER_AFTER_MS = 50

/** One outcome for every address: only the mail tells more. */
export type RequestMagicLinkOutcome = { outcome: 'accepted' | 'invalid-address' }

/**
 * Mails a magic link to the owner of a confirmed signature, within the limits. A pending signature is opened by
 * its confirmation mail alone.
 * @param clientAddress who asks: where many ask from one network, the mails go later.
 */
export async function requestMagicLink(
  typed: unknown,
  now = sharedNow(),
  clientAddress?: string,
): Promise<RequestMagicLinkOutcome> {
  const address = typeof typed === 'string' ? readEmailAddress(typed) : null
  if (!address) {
    logRefusedForm('magic-link', { email: 'invalid' })
    return { outcome: 'invalid-address' }
  }
  await inConstantTime('magic-link', ANSWER_AFTER_MS, () =>
    mailLink({ email: address, clientAddress }, now),
  )
  return { outcome: 'accepted' }
}

function mailLink(request: MailRequest, now: Date) {
  return database.$transaction(async transaction => {
    // Who signed before spellings of one mailbox were known to be one is found by hers.
    const { email } = request
    const known = await lockConfirmedOf(transaction, email, keysOf(email))
    // The address may have been erased: then the mail alone holds it, until it went.
    const signature = known ?? (await findErased(transaction, email))
    if (!signature) return
    const earlier = await transaction.mail.findMany({
      where: { signatureId: signature.id, kind: 'magic_link' },
      select: { createdAt: true },
    })
    if (!mayMailAgain(earlier, now, MAGIC_LINK_MAIL_LIMITS)) return
    const { id, tokenHash } = newToken('own-link')
    const expiresAt = new Date(now.getTime() + MAGIC_LINK_LIFETIME_MINUTES * MINUTE_MS)
    await transaction.magicLink.create({
      data: { id, tokenHash, expiresAt, signatureId: signature.id },
    })
    const time = await mailTime(transaction, request, now)
    await transaction.mail.create({
      data: {
        kind: 'magic_link',
        signatureId: signature.id,
        magicLinkId: id,
        ...(!known && { recipient: email }),
        createdAt: now,
        ...time,
      },
    })
  })
}
