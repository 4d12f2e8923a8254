import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { readOwnSignature } from '../self-service/signatory-session.ts'
import { COUNTED } from '../states.ts'

/**
 * The logo of an organisation that is shown, as WebP; null for any other, and for a hash that is not
 * its logo's: an address stands for one image and no other.
 */
export async function readPublicLogo(signatureId: string, hash: string | null) {
  if (!hash || !z.uuid().safeParse(signatureId).success) return null
  return imageOf(
    await database.organisationLogo.findFirst({
      where: {
        signatureId,
        signature: {
          status: COUNTED,
          isPublic: true,
          isHidden: false,
          kind: 'organisation',
          logoHash: hash,
        },
      },
    }),
  )
}

/** The logo that the owner of a session uploaded, as WebP, whether it is shown yet or not. */
export async function readOwnLogo(sessionToken: unknown) {
  const signature = await readOwnSignature(sessionToken)
  if (!signature) return null
  return imageOf(
    await database.organisationLogo.findUnique({ where: { signatureId: signature.id } }),
  )
}

function imageOf(logo: { image: Uint8Array<ArrayBuffer> } | null) {
  return logo?.image ?? null
}
