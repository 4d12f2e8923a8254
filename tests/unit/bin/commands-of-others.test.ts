import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { freePort } from '../../support/site/free-port.ts'

const PRISMA = 'node_modules/prisma/build/index.js'
const NEXT = 'node_modules/next/dist/bin/next'

// What a developer of Next and Prisma types from memory leads to the command of this project.
test('npx prisma migrate says in one sentence what to run', () => {
  const { said, exitCode } = type('development', PRISMA, 'migrate', 'status')
  expect(said).toMatch(/^Migrations are applied by npm start and npm run dev, .*\.$/)
  expect(exitCode).toBe(1)
})

test.each([
  ['start', 'production'],
  ['dev', 'development'],
] as const)(
  'npx next %s says in one sentence what to run, and serves nothing',
  async (command, mode) => {
    const { said, exitCode } = type(mode, NEXT, command, '--port', String(await freePort()))
    expect(said).toMatch(/^Next alone is not this site, .*: run npm start, or npm run dev .*\.$/)
    expect(exitCode).toBe(1)
  },
)

/** @param mode as the program sets it by itself on a terminal; it remarks on any other */
function type(mode: 'production' | 'development', program: string, ...options: string[]) {
  const { stderr, status } = spawnSync(process.execPath, [program, ...options], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: mode,
      NEXT_TELEMETRY_DISABLED: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  return { said: stderr.trim(), exitCode: status }
}
