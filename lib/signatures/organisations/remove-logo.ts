import { database } from '#lib/database/client.ts'
import { readOwnSignature } from '../self-service/signatory-session.ts'

/** Outcome of removing a logo. */
export type RemoveLogoOutcome = { outcome: 'removed' | 'no-session' }

/** Removes an organisation's logo for its owner. */
export async function removeLogo(
  sessionToken: unknown,
  now = new Date(),
): Promise<RemoveLogoOutcome> {
  const signature = await readOwnSignature(sessionToken, now)
  if (!signature) return { outcome: 'no-session' }
  const { id } = signature
  await database.$transaction([
    database.signature.updateMany({ where: { id }, data: { logoHash: null } }),
    database.organisationLogo.deleteMany({ where: { signatureId: id } }),
  ])
  return { outcome: 'removed' }
}
