import { readPublicLogo } from '#lib/signatures/organisations/read-logo.ts'

/**
 * How long others may keep a logo. Its address changes with the image, so it could be kept for ever,
 * but one that was withdrawn has to be gone from caches the same day.
 */
const KEPT_SECONDS = 60 * 60

/** The logo of an organisation that is shown. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const image = await readPublicLogo(id, new URL(request.url).searchParams.get('v'))
  if (!image) return Response.json({ error: 'not-found' }, { status: 404 })
  return new Response(image, {
    headers: {
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': `public, max-age=${KEPT_SECONDS}, immutable`,
    },
  })
}
