import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { freePort } from '../../support/free-port.ts'

// What a developer of Next and Prisma types from memory leads to the command of this project.
test('npx prisma migrate says in one sentence what to run', () => {
  const { said, exitCode } = type('node_modules/prisma/build/index.js', 'migrate', 'status')
  expect(said.trim()).toMatch(/^Migrations are applied by npm start and npm run dev, .*\.$/)
  expect(exitCode).toBe(1)
})

test.each(['start', 'dev'])(
  'npx next %s says in one sentence what to run, and serves nothing',
  async command => {
    const port = `${await freePort()}`
    const { said, exitCode } = type('node_modules/next/dist/bin/next', command, '--port', port)
    expect(said.trim()).toMatch(
      /^Next alone is not this site, .*: run npm start, or npm run dev .*\.$/,
    )
    expect(exitCode).toBe(1)
  },
)

function type(program: string, ...options: string[]) {
  const { stderr, status } = spawnSync(process.execPath, [program, ...options], {
    encoding: 'utf8',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' },
  })
  return { said: stderr, exitCode: status }
}
