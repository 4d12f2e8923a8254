import { previewConfirmation } from '#lib/mail/preview-confirmation.ts'
import { organiserOrRefusal } from '../../../access.ts'
import { mailPage } from '../../../mail-page.ts'
import { readableLetter } from '../readable-letter.ts'

/** The mail that asks for a confirmation, under the letter's title as it is saved or typed. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/letter/preview/mail'>,
) {
  const organiser = await organiserOrRefusal('write-content')
  if (organiser instanceof Response) return organiser
  const { locale } = await params
  const preview = await readableLetter(request, organiser, locale)
  if (preview instanceof Response) return preview
  return mailPage(previewConfirmation(locale, preview.letter.title).html)
}
