import type { Actor } from '#lib/audit/record-audit-event.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { clientNetwork } from '#lib/security/client-network.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { browserFamily } from './browser-family.ts'

/** Paths of the library that verify a second factor; a passkey counts as both factors. */
const SHOWS_SECOND_FACTOR = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
])

/** Description of a new session: browser, network, and factors. */
export function describeSession(path: string | undefined, headers: Headers | undefined) {
  return {
    secondFactorAt: SHOWS_SECOND_FACTOR.has(path ?? '') ? sharedNow() : null,
    userAgent: browserFamily(headers?.get('user-agent') ?? ''),
    ipAddress: networkHashOf(headers),
  }
}

/** Keyed hash of the network that a request came from. */
export function networkHashOf(headers: Headers | undefined) {
  const network = clientNetwork(headers?.get(CLIENT_ADDRESS_HEADER) ?? '')
  return keyedHash('organiser-network', network)
}

/** Actor of a request, for the audit log; null if nobody is signed in. */
export function actorOf(organiserId: string | null, headers: Headers): Actor {
  return { id: organiserId, networkHash: networkHashOf(headers) }
}
