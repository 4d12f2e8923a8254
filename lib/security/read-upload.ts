import { readBytesAtMost } from './read-at-most.ts'
import { LARGEST_LOGO_BODY_BYTES } from './request-guard.ts'

/** What a form adds to the file that it carries: headers, boundaries, small fields. */
const ENVELOPE_BYTES = 16 * 1024

/**
 * Reads a form with a file of at most `fileBytes` bytes. 'too-large' for one with more, null for what
 * is no form.
 * @param drainedBytes how much is read of a body that is too large: the request guard refuses more.
 */
export async function readUpload(
  request: Request,
  fileBytes: number,
  drainedBytes = LARGEST_LOGO_BODY_BYTES,
) {
  const limits = { kept: fileBytes + ENVELOPE_BYTES, drained: drainedBytes }
  const body = await readBytesAtMost(request.body, limits)
  if (!body) return 'too-large'
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(body, { headers }).formData().catch(() => null)
}
