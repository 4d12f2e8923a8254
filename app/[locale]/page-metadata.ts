import type { Metadata } from 'next'
import { getMessages } from 'next-intl/server'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { SOCIAL_PICTURE_SIZE } from '#lib/sharing/picture-size.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'

type PageText = { title: string; description: string }

type OfPage = { params: Promise<{ locale: string }> }

/** `generateMetadata` of a page that exists in every language, at the same path below it. */
export function listedPage(path: string, textOf: (messages: Messages, locale: string) => PageText) {
  return async ({ params }: OfPage) => {
    const { locale } = await params
    return pageMetadata(locale, path, textOf(await getMessages({ locale }), locale))
  }
}

/** `generateMetadata` of a page that no search engine shall list. */
export function unlistedPage(titleOf: (messages: Messages) => string) {
  return async ({ params }: OfPage) => {
    const { locale } = await params
    return unlistedMetadata(titleOf(await getMessages({ locale })))
  }
}

/**
 * Title, description and addresses of a page that exists in every language, at the same path; nothing
 * where the address names no language of the site, which is then not found.
 */
export function pageMetadata(locale: string, path: string, text: PageText): Metadata {
  if (!languages().includes(locale)) return {}
  const [authoritative = locale] = languages()
  const alternates = languages().map(language => [language, `/${language}${path}`])
  const siteName = readCampaign(locale).mailSender
  return {
    ...text,
    // The letter says itself which site this is; among many tabs and in a list of results no other page does.
    title: path === '' ? text.title : `${text.title} – ${siteName}`,
    alternates: {
      canonical: `/${locale}${path}`,
      languages: { ...Object.fromEntries(alternates), 'x-default': `/${authoritative}${path}` },
    },
    openGraph: {
      ...text,
      siteName,
      locale: languageAndTerritory(locale),
      alternateLocale: languages()
        .filter(other => other !== locale)
        .map(languageAndTerritory),
      type: 'article',
      url: `/${locale}${path}`,
      images: [{ url: `/${locale}/social-image`, ...SOCIAL_PICTURE_SIZE, alt: text.title }],
    },
    twitter: { card: 'summary_large_image' },
  }
}

/** `fr_FR`: how the Open Graph protocol (ogp.me) writes a locale. */
function languageAndTerritory(locale: string) {
  const { language, region } = new Intl.Locale(readMessages(locale).site.dateLocale).maximize()
  return `${language}_${region}`
}

/** A page that only one person is meant to see, or that says nothing without what came before. */
export function unlistedMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false } }
}
