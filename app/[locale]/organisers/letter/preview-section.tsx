import { getMessages } from 'next-intl/server'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { PreviewLinks } from '#components/organisers/letter/PreviewLinks.tsx'
import { languages } from '#lib/content/languages.ts'
import { previewLinks } from './preview-links.ts'

/** Links to the saved letter as it will be read. */
export async function PreviewSection({ locale }: { locale: string }) {
  const { preview: words } = (await getMessages({ locale })).organisers.letter
  return (
    <WorkSection id="preview" title={words.heading} lead={words.lead}>
      <PreviewLinks previews={previewLinks(languages(), words)} />
    </WorkSection>
  )
}
