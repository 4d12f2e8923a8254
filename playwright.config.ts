import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser.ts'
import type { SiteOptions } from './tests/support/browser-test.ts'

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/browser-needs-build.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { launchOptions: await findBrowser(), trace: 'off' },
})
