import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { inConstantTime } from '#lib/security/constant-time-response.ts'
import { emailKey, readEmailAddress } from '#lib/text/email-address.ts'
import { CODE_TRIES, confirmationSecrets, isCodeOf, isCodeOpen } from './confirmation-link.ts'
import { isAnyConfirmingOpen } from './late-confirmation.ts'

/** Least response time in milliseconds, so that it does not reveal whether the address waits for a code. */
const ANSWER_AFTER_MS = 50

/**
 * One answer for a wrong code, an old one and an address that never signed. A right one proves the mailbox
 * and confirms nothing: its token opens the page of the link, which shows what will be confirmed.
 */
export type VerifyCodeOutcome =
  | { outcome: 'verified'; token: string }
  | { outcome: 'wrong-code' | 'closed' }

/**
 * Verifies the code of the newest mail, typed with the address. A try is counted before its code is
 * looked at, so that no number of parallel tries gets more than CODE_TRIES of them.
 */
export async function verifyCode(
  typedAddress: unknown,
  typedCode: unknown,
  now = sharedNow(),
): Promise<VerifyCodeOutcome> {
  if (!(await isAnyConfirmingOpen(now))) return { outcome: 'closed' }
  const address = typeof typedAddress === 'string' ? readEmailAddress(typedAddress) : null
  if (!address || typeof typedCode !== 'string') return refuse()
  return inConstantTime('code', ANSWER_AFTER_MS, () => tryCode(emailKey(address), typedCode, now))
}

async function tryCode(key: string, typedCode: string, now: Date): Promise<VerifyCodeOutcome> {
  const link = await newestMailedLink(key)
  if (!link || !isCodeOpen(link, now) || !(await consumeTry(link.id))) return refuse()
  if (!isCodeOf(link.id, typedCode)) return refuse()
  return { outcome: 'verified', token: confirmationSecrets(link.id).token }
}

function refuse(): VerifyCodeOutcome {
  logRefusedForm('code', { code: 'wrong' })
  return { outcome: 'wrong-code' }
}

function newestMailedLink(key: string) {
  return database.confirmationLink.findFirst({
    where: {
      signature: { emailKey: key, OR: [{ status: 'pending' }, { paperBatchId: { not: null } }] },
      isMailed: true,
      usedAt: null,
    },
    orderBy: { createdAt: 'desc' },
    include: { mails: { where: { kind: 'confirm' }, select: { sentAt: true, status: true } } },
  })
}

async function consumeTry(id: string) {
  const { count } = await database.confirmationLink.updateMany({
    where: { id, codeAttempts: { lt: CODE_TRIES } },
    data: { codeAttempts: { increment: 1 } },
  })
  return count === 1
}
