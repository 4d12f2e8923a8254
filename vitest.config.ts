import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { forgetSettings, TEST_SETTINGS } from './tests/support/site/settings.ts'

/** Enough for a slow machine that does something else as well: a test, and what it waits for in between. */
const TEST_MS = 180_000
const POLL_MS = 20_000
const START_TEST_MS = 600_000
/** An image is built from nothing, with all of its packages. */
const OPERATIONS_TEST_MS = 1_800_000

/** Half of the time of tests with a database or a site is waiting, in which others can be at work. */
const WAITING_WORKERS = 2 * availableParallelism()

forgetSettings(process.env)

export default defineConfig({
  test: {
    env: TEST_SETTINGS,
    // Vitest would leave one core of two idle.
    maxWorkers: '100%',
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: { timeout: POLL_MS } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          maxWorkers: WAITING_WORKERS,
          include: ['tests/integration/**/*.test.ts'],
          exclude: ['tests/integration/http/**'],
          globalSetup: 'tests/support/database/database-server.ts',
          setupFiles: 'tests/support/database/worker-database.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'http',
          maxWorkers: WAITING_WORKERS,
          include: ['tests/integration/http/**/*.test.ts'],
          globalSetup: 'tests/support/database/database-server.ts',
          setupFiles: 'tests/support/database/worker-database.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: START_TEST_MS,
          hookTimeout: START_TEST_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'operations',
          include: ['tests/operations/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: OPERATIONS_TEST_MS,
          hookTimeout: OPERATIONS_TEST_MS,
        },
      },
    ],
  },
})
