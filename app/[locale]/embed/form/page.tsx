import { SigningSection } from '../../(campaign)/signing-section.tsx'
import { unlistedMetadata } from '../../page-metadata.ts'
import { FramedPage, type FramedPageProps, framedTitle } from '../framed-page.tsx'

// Seconds: the form closes with the letter.
export const revalidate = 10

export async function generateMetadata({ params }: FramedPageProps) {
  return unlistedMetadata(await framedTitle(params))
}

/** The whole form, for a frame on somebody else's site. */
export default async function EmbeddedFormPage({ params }: FramedPageProps) {
  return (
    <FramedPage params={params}>{locale => <SigningSection locale={locale} isFramed />}</FramedPage>
  )
}
