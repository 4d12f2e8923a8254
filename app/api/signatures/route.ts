import { previewTokenOf } from '#lib/campaign/preview-link.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { registerHandler } from '#lib/process/route-handlers.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { readBytesAtMost } from '#lib/security/read-at-most.ts'
import { LARGEST_BODY_BYTES } from '#lib/security/request-guard.ts'
import { isJson } from '#lib/security/same-origin.ts'
import { logStorageFailure } from '#lib/signatures/log-storage-failure.ts'
import { consumeSigningLimit, submitSignature } from '#lib/signatures/submit-signature.ts'

/** Takes a signature as JSON, with the fields and the answers of the form. */
export const POST = registerHandler('/api/signatures', async request => {
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? ''
  const { values, fault } = await readValues(request)
  if (fault) {
    logRefusedForm('json', { body: fault[0] })
    const wait = await consumeSigningLimit(address)
    return wait ? refusal('too-many', 429, wait) : refusal(...fault)
  }
  const preview = previewTokenOf(request.headers.get('cookie') ?? undefined)
  const result = await submitSignature(values, address, preview).catch(logStorageFailure)
  if (!result) return refusal('unavailable', 503, 10)
  if (result.outcome === 'too-many') return refusal('too-many', 429, result.retryAfterSeconds)
  // To a machine it is the same whether signing has ended or rests.
  if (result.outcome === 'closed' || result.outcome === 'paused') return refusal('closed', 403)
  if (result.outcome === 'invalid') return Response.json({ errors: result.errors }, { status: 422 })
  return Response.json({ status: 'pending' }, { status: 202 })
})

type Fault = [error: string, status: number]

async function readValues(request: Request): Promise<{ values?: object; fault?: Fault }> {
  if (!isJson(request.headers.get('content-type'))) return { fault: ['not-json', 415] }
  const limits = { kept: LARGEST_BODY_BYTES, drained: LARGEST_BODY_BYTES }
  const body = await readBytesAtMost(request.body, limits)
  if (body === null) return { fault: ['too-large', 413] }
  const values = parse(body)
  return values ? { values } : { fault: ['broken-json', 400] }
}

/** JSON is UTF-8 (RFC 8259, section 8.1): read otherwise, a name would be kept with holes in it. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true })

function parse(body: Uint8Array): object | null {
  try {
    const values: unknown = JSON.parse(UTF_8.decode(body))
    const isObject = typeof values === 'object' && values !== null && !Array.isArray(values)
    return isObject ? withoutNulls(values) : null
  } catch {
    return null
  }
}

/** Many programs write null for a field that is left out. */
function withoutNulls(values: object) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

function refusal(error: string, status: number, retryAfterSeconds?: number) {
  const headers = retryAfterSeconds ? { 'Retry-After': `${retryAfterSeconds}` } : undefined
  return Response.json({ error }, { status, headers })
}
