import type { MetadataRoute } from 'next'
import { languages } from '#lib/content/languages.ts'
import { pageNames } from '#lib/content/page.ts'
import { env } from '#lib/env/env.ts'
import { listNews } from '#lib/news/list-news.ts'

const PLACES = ['', '/signatories', '/statements', '/spread', '/news', '/open-data', '/verify']

// Seconds: news written in the console is found soon. Next wants a literal here.
export const revalidate = 300

/** Every public page in every language, each with its twins (sitemaps.org, and hreflang of Google). */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [authoritative = ''] = languages()
  const news = await listNews(authoritative)
  const paths = [
    ...PLACES,
    ...pageNames().map(name => `/${name}`),
    ...news.map(({ slug }) => `/news/${slug}`),
  ]
  return paths.flatMap(path => {
    const addresses = languages().map(language => [language, addressOf(language, path)] as const)
    const twins = { ...Object.fromEntries(addresses), 'x-default': addressOf(authoritative, path) }
    return addresses.map(([, url]) => ({ url, alternates: { languages: twins } }))
  })
}

function addressOf(language: string, path: string) {
  return `${env.SITE_URL}/${language}${path}`
}
