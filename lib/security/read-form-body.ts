import { readBytesAtMost } from './read-at-most.ts'
import { LARGEST_BODY_BYTES } from './request-guard.ts'

/** As much again is drained, not kept: whoever is still sending would not listen to the answer. */
const DRAINED_BYTES = 16 * LARGEST_BODY_BYTES

/** The fields of a form as a browser sends them; in a word why not, where they cannot be read. */
export async function readFormBody(request: Request) {
  const limits = { kept: LARGEST_BODY_BYTES, drained: DRAINED_BYTES }
  const body = await readBytesAtMost(request.body, limits)
  if (!body) return 'too-large'
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(body, { headers }).formData().catch(() => 'unreadable' as const)
}
