import type { APIRequestContext, Page } from '@playwright/test'

/** The links of a page; those to a place on the page itself only where that place is missing. */
async function linksOf(page: Page): Promise<string[]> {
  return page.locator('a[href], link[href]').evaluateAll(all =>
    all
      .map(one => (one as HTMLAnchorElement | HTMLLinkElement).href)
      .filter(href => {
        const { hash } = new URL(href)
        const isHere = hash !== '' && href.replace(hash, '') === location.href.split('#')[0]
        return !isHere || !document.getElementById(decodeURIComponent(hash.slice(1)))
      }),
  )
}

/** Follows the links of a page within the site that were not followed before; those that lead nowhere. */
export async function deadLinksOf(page: Page, origin: string, followed: Set<string>) {
  const dead: string[] = []
  for (const link of await linksOf(page)) {
    if (!link.startsWith(origin) || followed.has(pageOf(link))) continue
    followed.add(pageOf(link))
    if ((await follow(page.request, link)) === null) dead.push(`${page.url()} → ${link}`)
  }
  return dead
}

/** What a link leads to, as text; null where there is no such page, or no such place on it. */
export async function follow(request: APIRequestContext, link: string) {
  const answer = await request.get(link)
  if (!answer.ok()) return null
  const text = await answer.text()
  const place = decodeURIComponent(new URL(link).hash.slice(1))
  return place === '' || text.includes(`id="${place}"`) ? text : null
}

/** Links that differ only in the signature that they are about lead to one page. */
export function pageOf(link: string) {
  return link.replace(/([?&]id=)[^&#]+/, '$1')
}
