import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { LANGUAGES } from '../support/journey.ts'
import { PAGE_STATES } from '../support/journey-pages.ts'

test('every link of every page leads somewhere, and every fragment too', async ({ page, site }) => {
  test.slow()
  const links = new Set<string>()
  for (const language of LANGUAGES) {
    for (const { open } of PAGE_STATES) {
      await site.database.empty()
      await open(page, language, site)
      for (const link of await linksOf(page)) links.add(link)
    }
  }
  const ours = [...links].filter(link => link.startsWith(site.url))
  expect(ours.length).toBeGreaterThan(10)
  const dead: string[] = []
  for (const link of ours) if (!(await leadsSomewhere(page, link))) dead.push(link)
  expect(dead).toEqual([])
})

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
