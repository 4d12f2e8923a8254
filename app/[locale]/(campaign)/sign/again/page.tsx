import { redirect } from 'next/navigation'
import { Page } from '#components/ui/Page.tsx'
import { readLetter } from '#lib/content/letter.ts'
import { unlistedMetadata } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'
import { refusedForm } from '../../refused-form.ts'
import { SigningSection } from '../../signing-section.tsx'

export async function generateMetadata({ params }: PageProps<'/[locale]/sign/again'>) {
  return unlistedMetadata(readLetter(await knownLocale(params)).title)
}

/** The form that was refused, with what was typed and what is wrong; the letter's for anybody else. */
export default async function SignAgainPage({ params }: PageProps<'/[locale]/sign/again'>) {
  const locale = await knownLocale(params)
  const refused = await refusedForm('sign')
  if (!refused) redirect(`/${locale}#sign`)
  return (
    <CampaignPage locale={locale} path="" hasForm>
      <Page title={readLetter(locale).title}>{null}</Page>
      <SigningSection locale={locale} refused={refused} />
    </CampaignPage>
  )
}
