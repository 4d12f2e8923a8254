import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const OURS = 'app|bin|components|content|docs|lib|locales|prisma|public|server|tests'
const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g
const NAMED = new RegExp(`\`((?:${OURS})/[\\w./()[\\]-]+)\``, 'g')
const COMMAND = /npm run ([\w:]+(?:-\w+)*)/g

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CODE_OF_CONDUCT.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md'),
]

test.each(pages)('%s leads to files that are there, and names commands that can be run', page => {
  const text = readFileSync(page, 'utf8')
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(all(LINK).filter(link => !existsSync(join(dirname(page), link)))).toEqual([])
  expect(all(NAMED).filter(file => !existsSync(file))).toEqual([])
  expect(all(COMMAND).filter(name => !(name in scripts))).toEqual([])
})

test('README leads to every page of docs', () => {
  const readme = readFileSync('README.md', 'utf8')
  const missing = globSync('docs/*.md').filter(page => !readme.includes(`](${page})`))
  expect(missing).toEqual([])
})
