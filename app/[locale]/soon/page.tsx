import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { SoonPage } from '#components/letter/SoonPage.tsx'
import { hasBoundSignatures } from '#lib/campaign/bound-signatures.ts'
import { knownCampaignState } from '#lib/campaign/campaign-cache.ts'
import { CAMPAIGN_STATES } from '#lib/campaign/states.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { menuIn } from '#lib/content/menus.ts'
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
      links={await linksOfSignatories(locale, site.mySignature)}
      words={{ ...soon, contact: site.contact, languages: site.languages }}
    />
  )
}

/** Where whoever signed a letter that was public before finds hers, and what is said of her data. */
async function linksOfSignatories(locale: string, mySignature: string) {
  if (!(await hasBoundSignatures())) return []
  const pages = menuIn(locale, 'site').filter(({ name }) => OF_HER_DATA.includes(name))
  return [
    { href: `/${locale}/my-signature`, name: mySignature },
    ...pages.map(({ name, title }) => ({ href: `/${locale}/${name}`, name: title })),
  ]
}

const OF_HER_DATA = ['privacy', 'legal']
