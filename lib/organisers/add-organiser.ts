import { randomUUID } from 'node:crypto'
import { database } from '#lib/database/client.ts'
import { deriveToken, hashToken } from '#lib/defence/tokens.ts'
import { readEmailAddress } from '#lib/signatures/email-address.ts'

/** How long a sign-in link works, in minutes. */
export const SIGN_IN_LINK_LIFETIME_MINUTES = 30

/** The outcome of adding an organiser; the token stands in the link and is stored nowhere. */
export type AddOrganiserOutcome =
  | { outcome: 'added' | 'known'; token: string }
  | { outcome: 'invalid-address' }

/** Makes an organiser, or finds the one with this address, and makes a sign-in link. */
export async function addOrganiser(typed: string, now = new Date()): Promise<AddOrganiserOutcome> {
  const email = readEmailAddress(typed)
  if (!email) return { outcome: 'invalid-address' }
  const known = await database.organiser.findUnique({ where: { email } })
  const id = randomUUID()
  const token = deriveToken('organiser-sign-in', id)
  await database.signInLink.create({
    data: {
      id,
      tokenHash: hashToken(token) ?? '',
      expiresAt: new Date(now.getTime() + SIGN_IN_LINK_LIFETIME_MINUTES * 60_000),
      organiser: { connectOrCreate: { where: { email }, create: { email, role: 'owner' } } },
    },
  })
  return { outcome: known ? 'known' : 'added', token }
}
