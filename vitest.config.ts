import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { forgetSettings, TEST_SETTINGS } from './tests/support/site/settings.ts'

/** Enough for a slow machine that does something else as well: a test, and what it waits for in between. */
const TEST_MS = 300_000
const POLL_MS = 60_000
const START_TEST_MS = 600_000
/** An image is built from nothing, with all of its packages. */
const OPERATIONS_TEST_MS = 1_800_000

/** Half of the time of tests with a database or a site is waiting, in which others can be at work. */
const WAITING_WORKERS = 2 * availableParallelism()

forgetSettings(process.env)
// Vite would call it development, in which all of content/ is read anew at each use.
Object.assign(process.env, { NODE_ENV: 'test' })

/** What a unit test names that changes what all files of a process share: its clock, environment, output, singletons. */
const SHARED = /\bvi\.|\bprocess\.|\bglobalThis\b|\bprocessSingleton\b|site\/secrets/
const UNIT_TESTS = ['tests/unit/**/*.test.{ts,tsx}', 'tests/*.test.ts']
const changesWhatIsShared = globSync(UNIT_TESTS).filter(file =>
  SHARED.test(readFileSync(file, 'utf8')),
)

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
        // Modules are loaded once for all files of a worker: half of the time went into that.
        test: { name: 'unit', include: UNIT_TESTS, exclude: changesWhatIsShared, isolate: false },
      },
      { extends: true, test: { name: 'unit-isolated', include: changesWhatIsShared } },
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
          // What is tested is in the site's processes, of which each file starts its own.
          isolate: false,
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
