import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { auth } from './auth.ts'
import { browserFamily } from './browser-family.ts'
import { type CookieToKeep, cookiesOf } from './cookies.ts'
import { endEarlierSession, withoutSession } from './earlier-session.ts'
import { recordSignIn } from './record-sign-in.ts'
import { unlessRefused } from './refusals.ts'
import { actorOf } from './session-description.ts'

const text = z.string().max(16_384)

/** What a browser answers where a passkey is shown (WebAuthn level 3, AuthenticationResponseJSON). */
const shownPasskey = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
})

/** What it answers where one is made; the library looks at all of it. */
const newPasskey = z.looseObject({ id: text })

/** What a browser needs to add a passkey. */
export async function beginPasskey(headers: Headers) {
  const { headers: answer, response } = await auth().api.generatePasskeyRegistrationOptions({
    headers,
    returnHeaders: true,
  })
  return { options: response, cookies: cookiesOf(answer) }
}

/** Adds a passkey, if its authenticator verified the person. */
export async function addPasskey(answer: unknown, by: Organiser, headers: Headers) {
  const response = newPasskey.safeParse(answer)
  if (!response.success) return false
  const name = browserFamily(headers.get('user-agent') ?? '')
  const body = { response: response.data, ...(name && { name }) }
  const added = await unlessRefused(auth().api.verifyPasskeyRegistration({ body, headers }))
  if (!added) return false
  await database.$transaction(async transaction => {
    await recordAuditEvent({ by, kind: 'passkey-added', subject: added.id }, transaction)
    await mailAccountNotice(transaction, 'passkey-added', by.id)
  })
  return true
}

/** What a browser needs to show a passkey. */
export async function askForPasskey(headers: Headers) {
  if (await isTooMuch(headers)) return null
  const { headers: answer, response } = await auth().api.generatePasskeyAuthenticationOptions({
    headers,
    returnHeaders: true,
  })
  const options = { ...response, userVerification: 'required' as const }
  return { options, cookies: cookiesOf(answer) }
}

/** Signs in with a passkey, which is both factors; null where it is refused, or too many were shown. */
export async function signInWithPasskey(
  answer: unknown,
  headers: Headers,
): Promise<CookieToKeep[] | null> {
  if (await isTooMuch(headers)) return null
  const response = shownPasskey.safeParse(answer)
  const signedIn =
    response.success &&
    (await unlessRefused(
      auth().api.verifyPasskeyAuthentication({
        body: { response: response.data },
        headers: withoutSession(headers),
        returnHeaders: true,
      }),
    ))
  if (!signedIn) {
    const details = { step: 'passkey' }
    await recordAuditEvent({ by: actorOf(null, headers), kind: 'sign-in-failed', details })
    return null
  }
  await endEarlierSession(headers)
  await recordSignIn(signedIn.response.user.id, 'passkey', headers)
  return cookiesOf(signedIn.headers)
}

/** One's own passkeys, oldest first. */
export function listPasskeys(organiserId: string) {
  return database.organiserPasskey.findMany({
    where: { organiserId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, createdAt: true },
  })
}

/** Removes one of one's own passkeys. */
export async function removePasskey(id: string, by: Organiser) {
  await database.$transaction(async transaction => {
    const { count } = await transaction.organiserPasskey.deleteMany({
      where: { id, organiserId: by.id },
    })
    if (count === 0) return
    await recordAuditEvent({ by, kind: 'passkey-removed', subject: id }, transaction)
    await mailAccountNotice(transaction, 'passkey-removed', by.id)
  })
}

async function isTooMuch(headers: Headers) {
  const address = headers.get(CLIENT_ADDRESS_HEADER) ?? ''
  return (await consumeRateLimit('organiser-sign-in', address)) !== null
}
