import { timingSafeEqual } from 'node:crypto'
import { retention } from '#lib/content/campaign.ts'
import type { ConfirmationLink, Mail } from '#lib/database/types.ts'
import { UNDER_WAY } from '#lib/security/link-expiry.ts'
import { deriveCode, deriveToken, hashToken, newToken } from '#lib/security/tokens.ts'
import { withAsciiDigits } from '#lib/text/decimal-digits.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'

/** Lifetime of a confirmation code once its mail was sent, in minutes. */
export const CODE_LIFETIME_MINUTES = 30

/** Characters that a code may have as it is typed or pasted, with what stands around it. */
const LONGEST_TYPED_CODE = 100

/** Wrong codes that may be tried for one mail. */
export const CODE_TRIES = 5

/** Lifetime of a confirmation link, in days: that of a pending signature. */
export function confirmationLinkDays() {
  return retention().pendingDays
}

/** A new link: its id, what the database keeps of its tokens, and when it ends. */
export function newConfirmationLink(now: Date) {
  const { id, tokenHash } = newToken('confirm')
  return {
    id,
    tokenHash,
    rejectionTokenHash: hashToken(deriveToken('disown', id)) ?? '',
    createdAt: now,
    expiresAt: new Date(now.getTime() + confirmationLinkDays() * DAY_MS),
  }
}

/**
 * Secrets that the mail of the link `id` carries. The purpose `disown` of rejecting stays: links of it are in
 * mails.
 */
export function confirmationSecrets(id: string) {
  return {
    token: deriveToken('confirm', id),
    rejectToken: deriveToken('disown', id),
    code: deriveCode(id),
  }
}

/**
 * Whether a typed code is that of a link, regardless of its age. Its digits may be of any script; what
 * stands between them does not matter.
 */
export function isCodeOf(id: string, typed: string) {
  if (typed.length > LONGEST_TYPED_CODE) return false
  const given = Buffer.from(withAsciiDigits(typed).replace(/\D/g, '').padEnd(6, 'x').slice(0, 7))
  const right = Buffer.from(deriveCode(id))
  return given.length === right.length && timingSafeEqual(given, right)
}

/**
 * Whether the code of a link may still be tried. Its mail may have waited: its time begins when it went out,
 * which is now for one that may just be arriving, and its link's end is its end.
 */
export function isCodeOpen({ mails, ...link }: MailedLink, now: Date) {
  const [mail] = mails
  const isUnderWay = mail && UNDER_WAY.includes(mail.status)
  const begin = mail?.sentAt ?? (isUnderWay ? now : link.createdAt)
  const age = now.getTime() - begin.getTime()
  const isInTime = age < CODE_LIFETIME_MINUTES * MINUTE_MS && link.expiresAt > now
  return isInTime && link.codeAttempts < CODE_TRIES
}

type MailedLink = Pick<ConfirmationLink, 'createdAt' | 'expiresAt' | 'codeAttempts'> & {
  mails: Pick<Mail, 'sentAt' | 'status'>[]
}
