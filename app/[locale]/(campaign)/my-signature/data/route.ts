import { readSignatoryData } from '#lib/signatory-data/read-signatory-data.ts'
import { dataFile } from '../../../data-file.ts'
import { signatorySessionToken } from '../session-cookie.ts'

/** The owner's data as a file; 401 without a session of hers. */
export async function GET() {
  const data = await readSignatoryData(await signatorySessionToken())
  return data ? dataFile(data) : Response.json({ error: 'no-session' }, { status: 401 })
}
