import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/pages/browser.ts'
import type { SiteOptions } from './tests/support/pages/browser-test.ts'

const PICTURES = '**/screenshots.spec.ts'
const HANDBOOK = '**/handbook-pictures.spec.ts'
const MEASURED_ALONE = '**/lighthouse-finds-nothing.spec.ts'

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/site/check-build.ts',
  fullyParallel: true,
  // On two cores the third fills the time in which the others wait.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // Enough for a machine that does something else as well.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Pictures are for people to look at: npm run pictures and npm run handbook draw them, npm test leaves them out.
  projects: [
    { name: 'journeys', testIgnore: [PICTURES, HANDBOOK, MEASURED_ALONE] },
    // Speed is judged while no other test is at work.
    { name: 'lighthouse', testMatch: MEASURED_ALONE, workers: 1 },
    { name: 'pictures', testMatch: PICTURES },
    { name: 'handbook', testMatch: HANDBOOK },
  ],
  use: {
    launchOptions: await findBrowser(),
    trace: 'off',
    serviceWorkers: 'block',
    // To draw the pulse for three seconds at each visit took two fifths of the browser's time.
    contextOptions: { reducedMotion: 'reduce' },
  },
})
