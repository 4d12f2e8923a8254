import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser.ts'
import type { SiteOptions } from './tests/support/browser-test.ts'

const PICTURES = '**/screenshots.spec.ts'

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/browser-needs-build.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Pictures are for people to look at: npm run pictures draws them, npm test leaves them out.
  projects: [
    { name: 'journeys', testIgnore: PICTURES },
    { name: 'pictures', testMatch: PICTURES },
  ],
  use: { launchOptions: await findBrowser(), trace: 'off', serviceWorkers: 'block' },
})
