import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PHYSICAL = [
  /\b(left|right)\b/,
  /\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(top|bottom)\b/,
  /(?<![\w-])(top|bottom)\s*:/,
  /(?<![\w-(])(min-|max-)?(width|height)\s*:/,
  /\b(overflow|overscroll-behavior)-[xy]\b/,
  /\btranslateX\(|\btranslate: *-?[\d.]*[1-9]/,
]

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

function leans(line: string) {
  const [, right, , left] = FOUR_SIDES.exec(line)?.[1]?.match(SIDES) ?? []
  return left !== undefined && left !== right
}

function withoutComments(css: string) {
  return css.replace(/\/\*[\s\S]*?\*\//g, '')
}
