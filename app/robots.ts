import type { MetadataRoute } from 'next'
import { languages } from '#lib/content/languages.ts'
import { env } from '#lib/env/env.ts'

/** What search engines need not visit: pages that only one person, or an organiser, is meant to see. */
const PRIVATE_PLACES = ['organisers', 'my-signature', 'confirm', 'not-me', 'extend', 'embed']

/** Everything public is welcome to be found. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: languages().flatMap(language =>
        PRIVATE_PLACES.map(place => `/${language}/${place}`),
      ),
    },
    sitemap: `${env.SITE_URL}/sitemap.xml`,
  }
}
