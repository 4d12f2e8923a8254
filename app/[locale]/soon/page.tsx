import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { SoonPage } from '#components/letter/SoonPage.tsx'
import { knownCampaignState } from '#lib/campaign/campaign-cache.ts'
import { CAMPAIGN_STATES } from '#lib/campaign/states.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../(campaign)/known-locale.ts'
import { unlistedPage } from '../page-metadata.ts'

export const dynamic = 'force-dynamic'

export const generateMetadata = unlistedPage(messages => messages.soon.title)

/** What everyone sees of a campaign that is still private: nothing of the letter. */
export default async function Soon({ params }: PageProps<'/[locale]/soon'>) {
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
