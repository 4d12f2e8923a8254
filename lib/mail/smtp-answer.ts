import { z } from 'zod'
import type { Answer, RefusalReason } from './message.ts'

const smtpError = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
})

/** Closing the connection (RFC 5321, section 4.2.3): the server itself is in trouble. */
const SERVICE_NOT_AVAILABLE = 421

/**
 * What an error of nodemailer's says of a mail. A reply says it: 5yz for good, 4yz for now (RFC 5321,
 * section 4.2.1). Without one nobody knows, but where the server never let us in.
 * @param hasBegun whether the server had let us in.
 */
export function smtpAnswerOf(error: unknown, hasBegun: boolean): Answer {
  const { code = '', command = '', responseCode } = smtpError.catch({}).parse(error)
  const name = codeOf(code, responseCode)
  const isWrong = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode === undefined && isWrong) {
    return { outcome: 'refused', code: name, reason: 'permanent' }
  }
  if (!hasBegun || responseCode === SERVICE_NOT_AVAILABLE) {
    return { outcome: 'refused', code: name, reason: 'closed' }
  }
  return responseCode === undefined
    ? { outcome: 'unanswered', code: name }
    : { outcome: 'refused', code: name, reason: reasonOf(responseCode, command) }
}

/** Our sender is refused in MAIL FROM: that is no mail's fault. */
function reasonOf(responseCode: number, command: string): RefusalReason {
  if (responseCode < 500) return 'later'
  return command === 'MAIL FROM' ? 'closed' : 'permanent'
}

/** Such as smtp_550 or smtp_etimedout: never the server's text, which names the address. */
function codeOf(code: string, responseCode?: number) {
  const name = /^E[A-Z]{2,20}$/.test(code) ? code.toLowerCase() : 'no_answer'
  return `smtp_${responseCode ?? name}`
}
