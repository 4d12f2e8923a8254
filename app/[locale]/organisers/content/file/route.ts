import { makeArchive } from '#lib/editing/archive/make-archive.ts'
import { organiserOrRefusal } from '../../access.ts'

/** All files of content/ as a ZIP. A form asks: a download is recorded, and a GET records nothing. */
export async function POST() {
  const organiser = await organiserOrRefusal('write-content', { fresh: true })
  if (organiser instanceof Response) return organiser
  return new Response(await makeArchive(organiser), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="content.zip"',
      'Cache-Control': 'no-store',
    },
  })
}
