import { languages } from '#lib/content/languages.ts'
import { addFirstSignatories } from '#lib/editing/parts/add-first-signatories.ts'
import { decodeText } from '#lib/paper/decode-text.ts'
import { readCsv } from '#lib/paper/read-csv.ts'
import { TableError } from '#lib/paper/table.ts'
import { organiserOrRefusal } from '../../../access.ts'
import { today } from '../../parts.ts'
import { writePlaces } from '../list-places.ts'

/** Takes a list of first signatories; leads back, with the reason where it is refused. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/settings/first-signatories/list'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const organiser = await organiserOrRefusal('write-content')
  if (organiser instanceof Response) return organiser
  const form = await request.formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File) || file.size === 0) return leadBack(locale, { fault: 'no-file' })
  const lines = await linesOf(file)
  if (!lines) return leadBack(locale, { fault: 'not-a-table' })
  const added = await addFirstSignatories(organiser, lines, today())
  if (added.outcome !== 'mistaken') return leadBack(locale, { notice: added.outcome })
  return leadBack(locale, { fault: added.outcome, at: writePlaces(added.mistakes) })
}

async function linesOf(file: File) {
  try {
    const lines: string[][] = []
    for await (const { cells } of readCsv(decodeText(await file.bytes()))) lines.push(cells)
    return lines
  } catch (error) {
    if (error instanceof TableError) return null
    throw error
  }
}

function leadBack(locale: string, query: Record<string, string>) {
  const page = `/${locale}/organisers/settings/first-signatories`
  const Location = `${page}?${new URLSearchParams(query)}`
  return new Response(null, { status: 303, headers: { Location } })
}
