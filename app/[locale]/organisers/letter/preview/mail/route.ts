import { languages } from '#lib/content/languages.ts'
import { previewConfirmation } from '#lib/mail/preview-confirmation.ts'
import { organiserOrRefusal } from '../../../access.ts'
import { mailPage } from '../../../mail-page.ts'
import { pageThatSaysWhy } from '../page-that-says-why.ts'
import { shownLetter } from '../shown-letter.ts'

/** The mail that asks for a confirmation, under the letter's title as it is saved or typed. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/letter/preview/mail'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const organiser = await organiserOrRefusal('write-content')
  if (organiser instanceof Response) return organiser
  const { search, searchParams } = new URL(request.url)
  const preview = await shownLetter(organiser, locale, searchParams.get('as'))
  if (preview.outcome !== 'readable') return pageThatSaysWhy(locale, search)
  return mailPage(previewConfirmation(locale, preview.letter.title).html)
}
