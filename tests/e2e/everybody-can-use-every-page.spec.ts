import { globSync } from 'node:fs'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { deadLinksOf } from '../support/checks/links.ts'
import { expectToTakeLargeText } from '../support/checks/reflow.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMPAIGN_STATES } from '../support/pages/campaign-states.ts'
import { AUTH_STATES, CONSOLE_STATES } from '../support/pages/console-pages.ts'
import type { PageState } from '../support/pages/page-state.ts'
import { PAGE_STATES } from '../support/pages/public-pages.ts'
import { OWN_PAGE_STATES, SESSION_COOKIES } from '../support/pages/self-service-pages.ts'

/** Pages of one test, which share a browser: it keeps scripts and fonts from one to the next. */
const PAGES_OF_A_TEST = 10

// French takes the most room; English is drawn for people to look at, like every page here.
// Contrast is judged of what is there at last, not of a moment of a movement.
test.use({ contextOptions: { reducedMotion: 'reduce' }, cookiesLeft: SESSION_COOKIES })

for (const group of groupsOf([...PAGE_STATES, ...OWN_PAGE_STATES])) {
  test(`${namesOf(group)}: no rule broken, no dead link, room enough for French`, async ({
    page,
    site,
  }) => {
    test.slow()
    const followed = new Set<string>()
    for (const { name, open } of group) {
      await site.database.empty()
      await open(page, 'fr', site)
      await expectNoBarriers(page, name)
      await expectToTakeLargeText(page, name)
      expect(await deadLinksOf(page, site.url, followed), name).toEqual([])
    }
  })
}

test('no page of the site map is left out, here or among the pictures', () => {
  const states = [...PAGE_STATES, ...OWN_PAGE_STATES, ...CAMPAIGN_STATES]
  const paths = [...states, ...AUTH_STATES, ...CONSOLE_STATES].map(({ path }) => path)
  const pages = globSync('app/[[]locale[]]/**/page.tsx')
  expect(pages.length).toBeGreaterThan(50)
  expect(pages.filter(page => !paths.some(path => addressOf(page).test(path)))).toEqual([])
})

/** The addresses that a page of `app/` has below its language. */
function addressOf(page: string) {
  const parts = page.split('/').slice(2, -1)
  const below = parts.filter(part => !part.startsWith('('))
  return new RegExp(`^${below.map(part => (part.startsWith('[') ? '/.+' : `/${part}`)).join('')}$`)
}

function groupsOf(states: PageState[]) {
  const count = Math.ceil(states.length / PAGES_OF_A_TEST)
  return Array.from({ length: count }, (_, group) =>
    states.slice(group * PAGES_OF_A_TEST, (group + 1) * PAGES_OF_A_TEST),
  )
}

function namesOf(states: PageState[]) {
  return `${states[0]?.name} to ${states.at(-1)?.name}`
}
