import type { MetadataRoute } from 'next'
import { env } from '#lib/env.ts'
import { languages } from '#lib/letter/languages.ts'
import { pageNames } from '#lib/letter/page.ts'

const PLACES = ['', '/signatories', '/statements', '/spread', '/news', '/open-data']

/** Every public page in every language, each with its twins (sitemaps.org, and hreflang of Google). */
export default function sitemap(): MetadataRoute.Sitemap {
  const paths = [...PLACES, ...pageNames().map(name => `/${name}`)]
  return paths.flatMap(path =>
    languages().map(locale => ({
      url: `${env.SITE_URL}/${locale}${path}`,
      alternates: {
        languages: Object.fromEntries(
          languages().map(language => [language, `${env.SITE_URL}/${language}${path}`]),
        ),
      },
    })),
  )
}
