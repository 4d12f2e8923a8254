import sharp from 'sharp'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { newToken } from '#lib/security/tokens.ts'
import { insertSignatures } from '../people/factories/insert-signatures.ts'
import { anOrganisationSignature } from '../people/factories/signature.ts'
import { OUR_PAGE, type RunningSite } from './running-site.ts'
import { newVisitor } from './signing-over-http.ts'

/** A blue PNG of 80 by 40 pixels. */
export const LOGO = await sharp({
  create: { width: 80, height: 40, channels: 3, background: '#00529b' },
})
  .png()
  .toBuffer()

/** Where a French page sends a logo. */
export const LOGO_PATH = '/fr/my-signature/logo'

/** Sends a form as a browser does that has this session, from our page. */
export async function sendLogoForm(
  site: RunningSite,
  fields: Record<string, Blob | string>,
  session?: string,
  path = LOGO_PATH,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const encoded = new Response(form)
  return site.ask(path, {
    method: 'POST',
    headers: {
      ...OUR_PAGE,
      ...newVisitor(),
      ...cookieOf(session),
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  })
}

/** Sends a file as a logo. */
export function uploadLogo(site: RunningSite, file: Uint8Array<ArrayBuffer>, session?: string) {
  return sendLogoForm(site, { logo: new Blob([file]) }, session)
}

/** Over HTTPS, which SITE_URL promises, the cookie has this name. */
export function cookieOf(session?: string): Record<string, string> {
  return session ? { cookie: `__Host-my-signature=${session}` } : {}
}

/** A hospital whose address is of its website's domain. */
export const hospital = (given: Partial<Signature> = {}) =>
  anOrganisationSignature({
    website: 'https://hospital.example/',
    isDomainVerified: true,
    ...given,
  })

/** Puts a signature there, and opens it to its owner. */
export async function openAs(signature = hospital()) {
  await insertSignatures(database, [signature])
  const { id, token, tokenHash } = newToken('own-session')
  const expiresAt = new Date(Date.now() + 60_000)
  await database.signatorySession.create({
    data: { id, tokenHash, signatureId: signature.id, expiresAt },
  })
  return token
}
