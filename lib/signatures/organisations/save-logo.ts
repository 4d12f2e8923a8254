import { database } from '#lib/database/client.ts'
import { readOwnSignature } from '../self-service/signatory-session.ts'
import { type MakeLogoOutcome, makeLogo } from './make-logo.ts'

/** Why somebody may not upload a logo. */
export type LogoRefusal = 'no-session' | 'not-organisation'

/** Outcome of uploading a logo. */
export type SaveLogoOutcome = {
  outcome: 'saved' | LogoRefusal | Exclude<MakeLogoOutcome['outcome'], 'made'>
}

/**
 * Replaces an organisation's logo by the one that its owner uploaded. It shows where the organisation is shown,
 * and nowhere while that is held.
 */
export async function saveLogo(
  sessionToken: unknown,
  file: Uint8Array,
  now = new Date(),
): Promise<SaveLogoOutcome> {
  const { refusal, signatureId } = await askForLogo(sessionToken, now)
  if (refusal) return { outcome: refusal }
  const made = await makeLogo(file)
  if (made.outcome !== 'made') return made
  const isSaved = await keep(signatureId, made, now)
  return { outcome: isSaved ? 'saved' : 'no-session' }
}

/** Whether the owner of a session may upload a logo: asked before her file is read at all. */
export async function findLogoRefusal(sessionToken: unknown): Promise<LogoRefusal | null> {
  return (await askForLogo(sessionToken, new Date())).refusal
}

type Asked = { refusal: LogoRefusal; signatureId?: never } | { refusal: null; signatureId: string }

async function askForLogo(sessionToken: unknown, now: Date): Promise<Asked> {
  const signature = await readOwnSignature(sessionToken, now)
  if (!signature) return { refusal: 'no-session' }
  if (signature.kind !== 'organisation') return { refusal: 'not-organisation' }
  return { refusal: null, signatureId: signature.id }
}

type MadeLogo = Extract<MakeLogoOutcome, { outcome: 'made' }>

// The row of the signature is locked first: a withdrawal meanwhile leaves no logo behind.
function keep(signatureId: string, { image, hash }: MadeLogo, now: Date) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.signature.updateMany({
      where: { id: signatureId, status: { notIn: ['withdrawn', 'removed'] } },
      data: { logoHash: hash },
    })
    if (count === 0) return false
    const logo = { image, savedAt: now }
    await transaction.organisationLogo.upsert({
      where: { signatureId },
      create: { signatureId, ...logo },
      update: logo,
    })
    return true
  })
}
