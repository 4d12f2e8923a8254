import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '../support/pages/browser-test.ts'
import { CAMPAIGN_STATES } from '../support/pages/campaign-states.ts'
import { AUTH_STATES, CONSOLE_STATES } from '../support/pages/console-pages.ts'
import { DESKTOP, LANGUAGES, PHONE } from '../support/pages/journey.ts'
import { PAGE_STATES } from '../support/pages/public-pages.ts'
import { OWN_PAGE_STATES, SESSION_COOKIES } from '../support/pages/self-service-pages.ts'

const FOLDER = join(tmpdir(), 'open-letter-screenshots')
const SCREENS = { phone: PHONE, desktop: DESKTOP }
const LONGEST_MS = 600_000

test.use({ cookiesLeft: [...SESSION_COOKIES, 'preview', 'organiser-codes'] })

const GROUPS = {
  'reading and signing': PAGE_STATES,
  owning: OWN_PAGE_STATES,
  'a campaign that is not open': CAMPAIGN_STATES,
  'the way into the console': AUTH_STATES,
  'the console': CONSOLE_STATES,
}

for (const language of LANGUAGES) {
  for (const [group, states] of Object.entries(GROUPS)) {
    test(`${language}: every page of ${group} is drawn for people to look at`, async ({
      page,
      site,
    }) => {
      test.setTimeout(LONGEST_MS)
      mkdirSync(FOLDER, { recursive: true })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      for (const { name, open } of states) {
        await site.database.empty()
        await open(page, language, site)
        for (const [screen, size] of Object.entries(SCREENS)) {
          await page.setViewportSize(size)
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme })
            await page.evaluate(() => window.scrollTo(0, 0))
            const path = join(FOLDER, `${name}-${screen}-${colorScheme}-${language}.png`)
            await page.screenshot({ path, fullPage: true })
          }
        }
      }
    })
  }
}
