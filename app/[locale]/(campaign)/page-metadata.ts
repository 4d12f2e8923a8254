import type { Metadata } from 'next'
import { languages } from '#lib/letter/languages.ts'
import { SOCIAL_PICTURE_SIZE } from '#lib/sharing/picture-size.ts'

type PageText = { title: string; description: string }

/** Title, description and addresses of a page that exists in every language, at the same path. */
export function pageMetadata(locale: string, path: string, text: PageText): Metadata {
  const [authoritative = locale] = languages()
  const alternates = languages().map(language => [language, `/${language}${path}`])
  return {
    ...text,
    alternates: {
      canonical: `/${locale}${path}`,
      languages: { ...Object.fromEntries(alternates), 'x-default': `/${authoritative}${path}` },
    },
    openGraph: {
      ...text,
      locale,
      type: 'article',
      url: `/${locale}${path}`,
      images: [{ url: `/${locale}/social-image`, ...SOCIAL_PICTURE_SIZE, alt: text.title }],
    },
    twitter: { card: 'summary_large_image' },
  }
}

/** A page that only one person is meant to see, or that says nothing without what came before. */
export function unlistedMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false } }
}
