import type { Organiser } from '#lib/access/organiser.ts'
import { languages } from '#lib/content/languages.ts'
import { shownLetter } from './shown-letter.ts'

/**
 * The letter that a mail or a PDF of the preview is made of, or the answer that is given instead: where it cannot be
 * read, the preview as a page says why.
 */
export async function readableLetter(request: Request, organiser: Organiser, locale: string) {
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const { search, searchParams } = new URL(request.url)
  const preview = await shownLetter(organiser, locale, searchParams.get('as'))
  if (preview.outcome === 'readable') return preview
  const Location = `/${locale}/organisers/letter/preview${search}`
  return new Response(null, { status: 303, headers: { Location } })
}
