import { readPage } from '#lib/letter/page.ts'
import { About } from '../../../../components/letter/About.tsx'
import { Page } from '../../../../components/ui/Page.tsx'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { pageMetadata } from '../page-metadata.ts'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  const { title, description } = readPage('privacy', locale)
  return pageMetadata(locale, '/privacy', { title, description })
}

export default async function PrivacyPage({ params }: PageProps) {
  const locale = await knownLocale(params)
  const { title, blocks } = readPage('privacy', locale)
  return (
    <CampaignPage locale={locale} path="/privacy">
      <Page title={title}>
        <About blocks={blocks} />
      </Page>
    </CampaignPage>
  )
}
