import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { CLIENT_ADDRESS_HEADER, clientNetwork } from '#lib/defence/client-address.ts'
import { keyedHash } from '#lib/defence/tokens.ts'
import type { Organiser } from '#lib/organisers/organiser.ts'
import { type Capability, may } from '#lib/organisers/roles.ts'
import { currentOrganiser } from './session-cookie.ts'

type AccessOptions = {
  /** Whether the second factor must have been shown within the last minutes. */
  fresh?: boolean
}

/**
 * Who is signed in and may do this, for a page or an action, which asks before anything else. Without
 * a session it leads to the sign-in page; with too small a role it answers 403.
 */
export async function organiserWhoMay(
  capability: Capability,
  locale: string,
  _options: AccessOptions = {},
): Promise<Organiser> {
  const organiser = await readOrganiser()
  if (!organiser) redirect(`/${locale}/organisers/sign-in`)
  if (!may(organiser.role, capability)) forbidden()
  return organiser
}

/**
 * The same for an endpoint: the organiser, or the answer that refuses, 401 or 403, without a word of
 * data.
 */
export async function organiserOrRefusal(
  capability: Capability,
  _options: AccessOptions = {},
): Promise<Organiser | Response> {
  const organiser = await readOrganiser()
  if (!organiser) return new Response(null, { status: 401 })
  if (!may(organiser.role, capability)) return new Response(null, { status: 403 })
  return organiser
}

async function readOrganiser(): Promise<Organiser | null> {
  const organiser = await currentOrganiser()
  return organiser && { ...organiser, networkHash: await networkHash() }
}

async function networkHash() {
  const address = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
  return keyedHash('organiser-network', clientNetwork(address))
}
