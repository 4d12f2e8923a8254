import { expectNoBarriers } from '../support/accessibility.ts'
import { test } from '../support/browser-test.ts'
import { LANGUAGES } from '../support/journey.ts'
import { OWN_PAGE_STATES, SESSION_COOKIES } from '../support/journey-own-pages.ts'
import { PAGE_STATES } from '../support/journey-pages.ts'

// Contrast is judged of what is there at last, not of a moment of a movement.
test.use({ contextOptions: { reducedMotion: 'reduce' }, cookiesLeft: SESSION_COOKIES })

for (const language of LANGUAGES) {
  for (const { name, open } of [...PAGE_STATES, ...OWN_PAGE_STATES]) {
    test(`${language}: ${name} breaks no rule in light or dark, and fits 320 px`, async ({
      page,
      site,
    }) => {
      await open(page, language, site)
      await expectNoBarriers(page)
    })
  }
}
