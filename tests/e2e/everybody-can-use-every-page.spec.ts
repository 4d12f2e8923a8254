import { expectNoBarriers } from '../support/accessibility.ts'
import { expect, test } from '../support/browser-test.ts'
import { LANGUAGES } from '../support/journey.ts'
import { OWN_PAGE_STATES, SESSION_COOKIES } from '../support/journey-own-pages.ts'
import { PAGE_STATES } from '../support/journey-pages.ts'
import { deadLinksOf } from '../support/links.ts'

/** Pages of one test, which share a browser: it keeps scripts and fonts from one to the next. */
const PAGES_OF_A_TEST = 10

// Contrast is judged of what is there at last, not of a moment of a movement.
test.use({ contextOptions: { reducedMotion: 'reduce' }, cookiesLeft: SESSION_COOKIES })

const states = [...PAGE_STATES, ...OWN_PAGE_STATES]
const groups = Array.from({ length: Math.ceil(states.length / PAGES_OF_A_TEST) }, (_, group) =>
  states.slice(group * PAGES_OF_A_TEST, (group + 1) * PAGES_OF_A_TEST),
)

for (const language of LANGUAGES) {
  for (const group of groups) {
    const [first, last] = [group[0]?.name, group.at(-1)?.name]
    test(`${language}, ${first} to ${last}: no rule broken in light or dark, no dead link, 320 px are enough`, async ({
      page,
      site,
    }) => {
      test.slow()
      const followed = new Set<string>()
      for (const { name, open } of group) {
        await site.database.empty()
        await open(page, language, site)
        await expectNoBarriers(page, name)
        expect(await deadLinksOf(page, site.url, followed), name).toEqual([])
      }
    })
  }
}
