import { readSignatoryData } from '#lib/signatory-data/read-signatory-data.ts'
import { signatorySessionToken } from '../session-cookie.ts'

/** The owner's data as a file; 401 without a session of hers. */
export async function GET() {
  const data = await readSignatoryData(await signatorySessionToken())
  if (!data) return Response.json({ error: 'no-session' }, { status: 401 })
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-signature.json"',
      'Cache-Control': 'no-store',
    },
  })
}
