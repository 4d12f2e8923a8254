import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { readProject, type Source } from '../support/checks/project-sources.ts'

const PHYSICAL = [
  /\b(left|right)\b/,
  /\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(top|bottom)\b/,
  /(?<![\w-])(top|bottom)\s*:/,
  /(?<![\w-(])(min-|max-)?(width|height)\s*:/,
  /\b(overflow|overscroll-behavior)-[xy]\b/,
  /\btranslateX\(|\btranslate: *-?[\d.]*[1-9]/,
]

/**
 * Layers (Chrome 99, Safari 15.4), in which such a phone drops all rules; units of 2022 (Chrome 108); and
 * what scrolls one way alone (Chrome 135, Safari 26), without which a page grows wider than its phone.
 */
const LATE_WORDS = [/@layer\b/, /\dv[bi]\b/, /\boverflow-(inline|block)\b/]

/** What the build writes out for browsers that do not know it. */
const BUILT_WORDS = [/light-dark\(/, /&/]

/** The four sides of a box, top first: the second is the right one, the fourth the left one. */
const FOUR_SIDES = /\b(?:padding|margin|inset|border-(?:width|style|color)): *([^;]+);/
const SIDES = /(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g

/** In media queries and SVG, where CSS has no logical words. */
const ALLOWED = /^\s*@media|stroke-width|line-height/

const styles = ['app', 'components', 'public']
  .flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  )
  .filter(file => file.endsWith('.css'))

test('styles say start and end, never left and right: a page reads from either side', () => {
  expect(styles.length).toBeGreaterThan(40)
  const found = styles.flatMap(file =>
    withoutComments(readFileSync(file, 'utf8'))
      .split('\n')
      .filter(
        line => !ALLOWED.test(line) && (PHYSICAL.some(word => word.test(line)) || leans(line)),
      )
      .map(line => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

test('a phone of 2021 is not kept from the whole of a sheet by words that it does not know', () => {
  const found = styles.flatMap(file => {
    const css = withoutComments(readFileSync(file, 'utf8'))
    const isBuilt = !file.startsWith('public/')
    return (isBuilt ? LATE_WORDS : [...LATE_WORDS, ...BUILT_WORDS])
      .filter(word => word.test(css))
      .map(word => `${file}: ${word}`)
  })
  expect(found).toEqual([])
})

test('a class that a component names is in its sheet, and no sheet has one that nobody names', () => {
  const sources = readProject()
  const found = styles.filter(isModule).flatMap(sheet => {
    const classes = classesIn(sheet)
    const named = sources.flatMap(source => namedBy(source, sheet))
    const isChosenByCode = named.includes(null)
    return [
      ...named
        .filter(name => name !== null && !classes.has(name))
        .map(name => `${sheet}: no .${name}`),
      ...[...classes]
        .filter(name => !isChosenByCode && !named.includes(name))
        .map(name => `${sheet}: nobody has .${name}`),
    ]
  })
  expect(found).toEqual([])
})

function isModule(file: string) {
  return file.endsWith('.module.css')
}

function classesIn(sheet: string) {
  const names = withoutComments(readFileSync(sheet, 'utf8')).matchAll(
    /\.([A-Za-z][\w-]*)(?=[\s,{:.[>+~)])/g,
  )
  return new Set([...names].map(([, name = '']) => name))
}

/** The classes of a sheet that a component names; null for one that its code chooses. */
function namedBy({ code, imports }: Source, sheet: string) {
  if (!imports.includes(sheet)) return []
  const [, styles] =
    new RegExp(`import (\\w+) from '[#./\\w-]*${basename(sheet)}'`).exec(code) ?? []
  const named = code.matchAll(new RegExp(`\\b${styles}(?:\\.(\\w+)|\\[)`, 'g'))
  return [...named].map(([, name]) => name ?? null)
}

function leans(line: string) {
  const [, right, , left] = FOUR_SIDES.exec(line)?.[1]?.match(SIDES) ?? []
  return left !== undefined && left !== right
}

function withoutComments(css: string) {
  return css.replace(/\/\*[\s\S]*?\*\//g, '')
}
