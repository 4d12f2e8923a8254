import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SiteFooter } from '#components/ui/SiteFooter.tsx'
import { SiteHeader } from '#components/ui/SiteHeader.tsx'
import { SiteNotice } from '#components/ui/SiteNotice.tsx'
import {
  cachedCampaignRun,
  isSigningOpen,
  knownCampaignState,
} from '#lib/campaign/campaign-cache.ts'
import { CAMPAIGN_STATES } from '#lib/campaign/states.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { siteMenus } from './menus.ts'

type CampaignPageProps = {
  locale: string
  /** This page's path and query below the language: the language switch leads to the same place. */
  path: string
  /** Whether the form to sign is on this very page. */
  hasForm?: boolean
  /** Whether its reader has signed: its head does not ask for it again. */
  hasSigned?: boolean
  /**
   * Whether it is kept and sent later, by itself or within every page, as "not found" is: the letter
   * may be private by then.
   */
  isKept?: boolean
  /** The letter's title, where it is not the one that readers see. */
  letterTitle?: string
  children: ReactNode
}

/** What stands around every page of the campaign. */
export async function CampaignPage(props: CampaignPageProps) {
  const { locale, path, hasForm, hasSigned, isKept, letterTitle, children } = props
  const { site: words } = await getMessages({ locale })
  const { organisation } = readCampaign(locale)
  const home = `/${locale}`
  const maySign = !hasSigned && (isKept || (await isSigningOpen()))
  const { showsNotice, siteNotices } = await cachedCampaignRun()
  const notice = showsNotice && !isKept ? siteNotices[locale] : undefined
  return (
    <>
      {notice && <SiteNotice label={words.notice} sentence={notice} />}
      <SiteHeader
        siteName={letterTitle ?? (isKept ? organisation : await siteName(locale))}
        homeHref={home}
        {...(maySign && { signHref: hasForm ? '#sign' : `${home}#sign` })}
        languages={languages().map(language => ({
          locale: language,
          name: readMessages(language).site.languageName,
          href: `/${language}${path}`,
          isCurrent: language === locale,
        }))}
        words={words}
      />
      <main id="main">{children}</main>
      <SiteFooter organisation={organisation} menus={siteMenus(locale, words)} words={words} />
      {/* Nothing else is kept in the browser. */}
      <script async src="/offline.js" data-page={`${home}/offline`} />
    </>
  )
}

/**
 * The letter's title; who runs the site while the letter is private, because strangers come to some
 * pages then too, such as the one that says "not found".
 */
async function siteName(locale: string) {
  return CAMPAIGN_STATES[await knownCampaignState()].isPublic
    ? readLetter(locale).title
    : readCampaign(locale).organisation
}
