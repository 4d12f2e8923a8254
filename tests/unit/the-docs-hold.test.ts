import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const MOST_WORDS = 900

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

test('CONTRIBUTING shows one file of each kind of test, and it is there', () => {
  const shown = allOf(/--project=[\w'*]+ (tests\/\S+)`/g, 'CONTRIBUTING.md')
  expect(shown).toHaveLength(5)
  expect(shown.filter(file => !existsSync(file))).toEqual([])
})

test('README leads to every page of docs', () => {
  const readme = readFileSync('README.md', 'utf8')
  const missing = globSync('docs/*.md').filter(page => !readme.includes(`](${page})`))
  expect(missing).toEqual([])
})

test('README is read in minutes', () => {
  expect(readFileSync('README.md', 'utf8').trim().split(/\s+/).length).toBeLessThanOrEqual(
    MOST_WORDS,
  )
})

test.each([
  ['docs/configuration.md', /`([A-Z]{3,}(?:_[A-Z]+)*)`/g],
  ['.env.example', /^([A-Z_]+)=/gm],
])('%s has each variable that a site is given, and no other', (file, name) => {
  expect(allOf(name, file)).toEqual(allOf(/^ {4}((?!OPEN_LETTER_)[A-Z_]+): /gm, 'lib/env/env.ts'))
})

test('docs/configuration.md or CONTRIBUTING.md has each command', () => {
  const told = ['docs/configuration.md', 'CONTRIBUTING.md']
    .map(page => readFileSync(page, 'utf8'))
    .join()
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const isTold = (name: string) =>
    [`npm ${name}`, `npm run ${name}`, `\`${name}\``].some(words => told.includes(words))
  expect(Object.keys(scripts).filter(name => !isTold(name))).toEqual([])
})

test('docs/api.md has each address for programs, each field and each error of a signature', () => {
  const told = readFileSync('docs/api.md', 'utf8')
  const addresses = globSync('app/api/**/route.ts').map(file =>
    file.replace(/^app|\/route\.ts$/g, '').replace('[id]', 'ID'),
  )
  expect(addresses.filter(address => !told.includes(address))).toEqual([])
  const codes = allOf(/^ {2}\| '([a-z-]+)'$/gm, 'lib/signatures/sign-form-state.ts')
  expect(codes).toContain('international')
  expect(codes).toContain('capacity')
  expect(codes.filter(code => !told.includes(`\`${code}\``))).toEqual([])
})

/** What the pattern finds in a file: each once, sorted. */
function allOf(pattern: RegExp, file: string) {
  const found = [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name)
  return [...new Set(found)].sort()
}
