import type { SignatoryData } from '#lib/signatory-data/read-signatory-data.ts'

/** A signatory's data as a file that is kept nowhere on its way. */
export function dataFile(data: SignatoryData) {
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-signature.json"',
      'Cache-Control': 'no-store',
    },
  })
}
