import { expect, test } from 'vitest'
import { LOOPS } from '#lib/jobs/loops.ts'
import { readProject } from '../../support/checks/project-sources.ts'

const lib = readProject().filter(({ file }) => file.startsWith('lib/'))

test('every loop of lib is run by the table of loops', () => {
  const loops = lib.filter(({ file, code }) => /\brunLoop\(/.test(code) && !/run-loop/.test(file))
  const listed = lib.find(({ file }) => file === 'lib/jobs/loops.ts')
  expect(loops.map(({ file }) => file).sort()).toEqual(
    listed?.valueImports.filter(file => loops.some(loop => loop.file === file)).sort(),
  )
  expect(loops).toHaveLength(Object.keys(LOOPS).length)
})

test('no other file of lib goes round until it is told to stop', () => {
  const own = lib.filter(({ code }) => /while \(!signal\.aborted\)/.test(code))
  expect(own.map(({ file }) => file)).toEqual(['lib/process/run-loop.ts'])
})

test('nothing is kept for the whole process in another way', () => {
  const own = lib.filter(({ code }) => /globalThis as/.test(code))
  expect(own.map(({ file }) => file)).toEqual(['lib/process/process-singleton.ts'])
})
