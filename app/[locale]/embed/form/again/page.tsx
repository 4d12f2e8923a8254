import { redirect } from 'next/navigation'
import { refusedForm } from '../../../(campaign)/refused-form.ts'
import { SigningSection } from '../../../(campaign)/signing-section.tsx'
import { unlistedMetadata } from '../../../page-metadata.ts'
import { FramedPage, type FramedPageProps, framedTitle } from '../../framed-page.tsx'

export async function generateMetadata({ params }: FramedPageProps) {
  return unlistedMetadata(await framedTitle(params))
}

/** The form that was refused, in a frame on somebody else's site. */
export default async function EmbeddedFormAgainPage({ params }: FramedPageProps) {
  const refused = await refusedForm('sign')
  if (!refused) redirect(`/${(await params).locale}/embed/form`)
  return (
    <FramedPage params={params}>
      {locale => <SigningSection locale={locale} isFramed refused={refused} />}
    </FramedPage>
  )
}
