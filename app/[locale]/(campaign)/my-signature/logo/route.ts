import { revalidatePath } from 'next/cache'
import { languages } from '#lib/content/languages.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { readUpload } from '#lib/security/read-upload.ts'
import { LARGEST_UPLOAD_BYTES } from '#lib/signatures/organisations/logo-limits.ts'
import { readOwnLogo } from '#lib/signatures/organisations/read-logo.ts'
import { removeLogo } from '#lib/signatures/organisations/remove-logo.ts'
import {
  findLogoRefusal,
  type LogoRefusal,
  saveLogo,
} from '#lib/signatures/organisations/save-logo.ts'
import { readMessages } from '#lib/text/messages.ts'
import { signatorySessionToken } from '../session-cookie.ts'

/** The owner's logo, for herself: it may not be shown to others yet. */
export async function GET() {
  const image = await readOwnLogo(await signatorySessionToken())
  if (!image) return new Response(null, { status: 404 })
  return new Response(image, {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'no-store' },
  })
}

/** Takes a logo, or takes it away; leads back to her page, which says what came of it. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/my-signature/logo'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const token = await signatorySessionToken()
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? ''
  const isTooMuch = await consumeRateLimit('logo', address)
  const refusal = await findLogoRefusal(token)
  if (refusal) return refused(refusal, locale)
  const outcome = isTooMuch ? 'too-many' : await carryOut(request, token)
  if (outcome === 'no-session' || outcome === 'not-organisation') return refused(outcome, locale)
  // The kept pages of every language are made again before anyone sees them.
  revalidatePath('/', 'layout')
  const Location = `/${locale}/my-signature?logo=${outcome}#logo`
  return new Response(null, { status: 303, headers: { Location } })
}

async function carryOut(request: Request, token: string | undefined) {
  const form = await readUpload(request, LARGEST_UPLOAD_BYTES)
  if (form === 'too-large') return form
  if (form?.has('remove')) return (await removeLogo(token)).outcome
  const file = form?.get('logo')
  if (!(file instanceof File) || file.size === 0) return 'no-file'
  return (await saveLogo(token, await file.bytes())).outcome
}

const STATUS = { 'no-session': 401, 'not-organisation': 403 } as const

function refused(refusal: LogoRefusal, locale: string) {
  const sentence = readMessages(locale).selfService.logo.refusals[refusal]
  return new Response(`${sentence}\n`, {
    status: STATUS[refusal],
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
