import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { SoonPage } from '#components/letter/SoonPage.tsx'
import { knownCampaignState } from '#lib/campaign/campaign-cache.ts'
import { CAMPAIGN_STATES } from '#lib/campaign/states.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../(campaign)/page-metadata.ts'

type PageProps = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).soon.title)
}

/** What everyone sees of a campaign that is still private: nothing of the letter. */
export default async function Soon({ params }: PageProps) {
  const locale = await knownLocale(params)
  const state = await knownCampaignState()
  if (CAMPAIGN_STATES[state].isPublic) redirect(`/${locale}`)
  const { site, soon } = await getMessages({ locale })
  const { organisation, contactEmail } = readCampaign(locale)
  return (
    <SoonPage
      organisation={organisation}
      contactEmail={contactEmail}
      languages={languages().map(language => ({
        locale: language,
        name: readMessages(language).site.languageName,
        href: `/${language}/soon`,
        isCurrent: language === locale,
      }))}
      words={{ ...soon, contact: site.contact, languages: site.languages }}
    />
  )
}
