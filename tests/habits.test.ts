import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readProject } from './support/checks/project-sources.ts'

const LONGEST_FILE_LINES = 200

const sources = readProject()

test('each file of the server says in its first line what it buys', () => {
  const silent = sources
    .filter(({ file }) => file.startsWith('server/'))
    .filter(({ code }) => !/^\/\/ [A-Z].{20,}\.\n/.test(code))
  expect(silent.map(({ file }) => file)).toEqual([])
})

test('no barrels', () => {
  expect(sources.filter(({ code }) => /^export \*/m.test(code)).map(({ file }) => file)).toEqual([])
  expect(sources.filter(({ file }) => /\/index\.tsx?$/.test(file))).toEqual([])
})

test('no file above 200 lines', () => {
  const long = sources.filter(({ code }) => code.trimEnd().split('\n').length > LONGEST_FILE_LINES)
  expect(long.map(({ file }) => file)).toEqual([])
})

test('no silenced checks', () => {
  const silenced = new RegExp(
    ['@ts-(ignore|nocheck|expect-error)', 'biome-ignore', 'eslint-disable'].join('|'),
  )
  const files = sources.filter(({ file }) => file !== 'tests/habits.test.ts')
  expect(files.filter(({ code }) => silenced.test(code)).map(({ file }) => file)).toEqual([])
})

test('no any', () => {
  const any = /(:|<|\bas|\|)\s*any\b(?!\s*\w)|\bany\[\]/
  const files = sources.filter(({ code }) => any.test(withoutComments(code)))
  expect(files.map(({ file }) => file)).toEqual([])
})

test('no test is skipped, singled out or tried twice', () => {
  const tricks =
    /\b(test|it|describe)\.(skip|only|todo|fixme|skipIf|runIf|fails)\b|retry:|retries:\s*[1-9]/
  const tests = sources.filter(
    ({ file }) => file.startsWith('tests/') && file !== 'tests/habits.test.ts',
  )
  expect(tests.filter(({ code }) => tricks.test(code)).map(({ file }) => file)).toEqual([])
})

test('every import within the project names a file that is there', () => {
  const isLost = (target: string) =>
    /^(app|bin|components|content|lib|locales|tests)\//.test(target) && !existsSync(target)
  const lost = sources.flatMap(({ file, imports }) =>
    imports.filter(isLost).map(target => `${file} imports ${target}`),
  )
  expect(lost).toEqual([])
})

function withoutComments(code: string) {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}
