import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { LANGUAGES } from '../support/journey.ts'
import { OWN_PAGE_STATES, SESSION_COOKIES } from '../support/journey-own-pages.ts'
import { PAGE_STATES } from '../support/journey-pages.ts'

test.use({ cookiesLeft: SESSION_COOKIES })

for (const language of LANGUAGES) {
  test(`${language}: every link of every page leads somewhere, and every fragment too`, async ({
    page,
    site,
  }) => {
    test.slow()
    const followed = new Set<string>()
    const dead: string[] = []
    for (const { open } of [...PAGE_STATES, ...OWN_PAGE_STATES]) {
      await site.database.empty()
      await open(page, language, site)
      for (const link of await linksOf(page)) {
        if (!link.startsWith(site.url) || followed.has(pageOf(link))) continue
        followed.add(pageOf(link))
        if (!(await leadsSomewhere(page, link))) dead.push(link)
      }
    }
    expect(dead).toEqual([])
    expect(followed.size).toBeGreaterThan(10)
  })
}

/** Links that differ only in the signature that they are about lead to one page. */
function pageOf(link: string) {
  return link.replace(/([?&]id=)[^&#]+/, '$1')
}

/** The links of a page; those to a place on the page itself only where that place is missing. */
async function linksOf(page: Page): Promise<string[]> {
  return page.locator('a[href], link[href]').evaluateAll(all =>
    all
      .map(one => (one as HTMLAnchorElement | HTMLLinkElement).href)
      .filter(href => {
        const { hash } = new URL(href)
        const isHere = hash !== '' && href.replace(hash, '') === location.href.split('#')[0]
        return !isHere || !document.getElementById(hash.slice(1))
      }),
  )
}

async function leadsSomewhere(page: Page, link: string) {
  const answer = await page.request.get(link)
  if (!answer.ok()) return false
  const { hash } = new URL(link)
  return hash === '' || (await answer.text()).includes(`id="${hash.slice(1)}"`)
}
