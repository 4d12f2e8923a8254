import { symmetricDecrypt } from 'better-auth/crypto'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { readSession } from '../sessions/read-session.ts'
import { auth } from './auth.ts'
import { readTypedCode, takeCode } from './codes.ts'
import { type CookieToKeep, cookiesOf, withCookies } from './cookies.ts'
import { carryCodes } from './new-recovery-codes.ts'
import { recordSignIn } from './record-sign-in.ts'
import { unlessRefused } from './refusals.ts'
import { actorOf } from './session-description.ts'
import type { SecondFactorOutcome } from './show-second-factor.ts'

/** TOTP secret as an organiser enters it into her app. */
export type TotpSecret = {
  /** Base32 (RFC 4648), to be typed where no camera is at hand. */
  secret: string
  /** The otpauth: address that the QR code holds. */
  uri: string
}

/**
 * Makes a TOTP secret and recovery codes; they become valid with the first code. Resolves to the cookies of
 * this step and the one that carries the codes.
 */
export async function beginSetUp(password: string, headers: Headers, cookies: CookieToKeep[]) {
  const halfWay = withCookies(headers, cookies)
  const session = await readSession(halfWay)
  const begun = await auth().api.enableTwoFactor({
    body: { password, method: 'totp' },
    headers: halfWay,
  })
  const codes = 'backupCodes' in begun ? begun.backupCodes : []
  return session ? [...cookies, carryCodes(session.organiser.id, codes)] : cookies
}

/** TOTP secret of an unfinished set-up; null once the second factor is set up. */
export async function readSetUp(organiser: {
  id: string
  email: string
}): Promise<TotpSecret | null> {
  const app = await appToVerify(organiser.id)
  if (!app) return null
  const { options, secretConfig } = await auth().$context
  const secret = base32(await symmetricDecrypt({ key: secretConfig, data: app.secret }))
  const issuer = encodeURIComponent(options.appName)
  const account = encodeURIComponent(organiser.email)
  return {
    secret,
    uri: `otpauth://totp/${issuer}:${account}?secret=${secret}&issuer=${issuer}&digits=6&period=30`,
  }
}

/**
 * Verifies the first code: the second factor is set up, and this browser is signed in. An organiser who has one
 * already is refused here: only the other steps know which codes were used.
 */
export async function finishSetUp(typed: unknown, headers: Headers): Promise<SecondFactorOutcome> {
  if (await consumeRateLimit('organiser-sign-in', headers.get(CLIENT_ADDRESS_HEADER) ?? '')) {
    return { outcome: 'too-many' }
  }
  const session = await readSession(headers)
  if (!session || !(await appToVerify(session.organiser.id))) return { outcome: 'wrong' }
  const code = readTypedCode(typed)
  const answer = await unlessRefused(
    auth().api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  )
  if (!answer) return { outcome: 'wrong' }
  const { id } = answer.response.user
  await takeCode(id, code)
  await database.$transaction(async transaction => {
    const by = actorOf(id, headers)
    await recordAuditEvent({ by, kind: 'second-factor-set-up' }, transaction)
    await mailAccountNotice(transaction, 'second-factor-set-up', id)
  })
  await recordSignIn(id, 'set-up', headers)
  return { outcome: 'signed-in', cookies: cookiesOf(answer.headers) }
}

/** The unverified TOTP row; null once the second factor is set up. */
function appToVerify(organiserId: string) {
  return database.organiserTotp.findUnique({ where: { organiserId, isVerified: false } })
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 (RFC 4648, section 6) of a text's bytes, without padding: how apps for codes want secrets. */
function base32(text: string) {
  const bits = [...Buffer.from(text)].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map(group => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
