import { readInterfaceWords } from '#lib/editing/interface-words.ts'
import { organiserOrRefusal } from '../../../access.ts'

/** The words of the interface in `?language=`, for whoever translates them. */
export async function GET(request: Request) {
  const organiser = await organiserOrRefusal('write-content')
  if (organiser instanceof Response) return organiser
  const language = new URL(request.url).searchParams.get('language') ?? ''
  const words = readInterfaceWords(language)
  if (words === null) return new Response(null, { status: 404 })
  return new Response(words, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${language}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
