import { readDataToHandOut } from '#lib/signatory-data/read-signatory-data.ts'
import { dataFile } from '../../../../data-file.ts'
import { organiserOrRefusal } from '../../../access.ts'

/** A signatory's data for her, as she gets it herself. A form asks: it is recorded, and a GET records nothing. */
export async function POST(
  _request: Request,
  { params }: RouteContext<'/[locale]/organisers/signatures/[id]/data'>,
) {
  const organiser = await organiserOrRefusal('answer-requests')
  if (organiser instanceof Response) return organiser
  const data = await readDataToHandOut(organiser, (await params).id)
  return data ? dataFile(data) : new Response(null, { status: 404 })
}
