import { database } from '#lib/database/client.ts'
import { readOwnSignature } from '../self-service/signatory-session.ts'

/** What came of taking a logo away. */
export type RemoveLogoOutcome = { outcome: 'removed' | 'no-session' }

/** Takes an organisation's logo away for its owner. */
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
