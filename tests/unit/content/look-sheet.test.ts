import { describe, expect, test } from 'vitest'
import { drawingForPages, lookSheet, lookSheetHref } from '#lib/content/look-sheet.ts'
import { edit, mistakes, projectCopy, write } from './project-copy.ts'

const CAMPAIGN = 'content/campaign.yaml'
const SUN = '<svg viewBox="0 0 60 30"><circle cx="9" cy="9" r="9"/><script>1</script></svg>'

test('the letter that ships needs no sheet of its own', () => {
  expect(lookSheetHref()).toBeNull()
})

test('another colour is another address, and holds nothing of the first one', () => {
  const root = projectCopy()
  edit(root, CAMPAIGN, '"#bd2413"', '"#005a9c"')
  edit(root, CAMPAIGN, '"#ff7259"', 'null')
  const blue = lookSheetHref(root)
  expect(blue).toMatch(/^\/look\/sheet\?v=[0-9a-f]{12}$/)
  expect(lookSheet(root)).toContain('--pulse: #005a9c; --pulse-strong: #004477;')
  expect(lookSheet(root)).not.toMatch(/bd2413|ff7259|93170a|ff9580|data-pulse/)
  edit(root, CAMPAIGN, '"#005a9c"', '"#1e6b3a"')
  expect(lookSheetHref(root)).not.toBe(blue)
})

test('without a drawing no line runs through the pages', () => {
  const root = projectCopy()
  edit(root, CAMPAIGN, 'drawing: pulse', 'drawing: none')
  expect(lookSheet(root)).toContain('[data-pulse] { display: none; }')
})

describe('a drawing of one’s own', () => {
  test('is asked for where the look wants it', () => {
    const root = projectCopy()
    edit(root, CAMPAIGN, 'drawing: pulse', 'drawing: own')
    expect(mistakes(root)).toEqual(['content/look/drawing.svg is missing.'])
    write(root, 'content/look/drawing.svg', 'Hello')
    expect(mistakes(root)).toEqual(['content/look/drawing.svg: it is not a well-formed SVG file.'])
    write(root, 'content/look/drawing.svg', SUN)
    expect(mistakes(root)).toEqual([])
  })

  test('is redrawn in the letter’s colour, by day and by night', () => {
    const root = projectCopy()
    edit(root, CAMPAIGN, 'drawing: pulse', 'drawing: own')
    edit(root, CAMPAIGN, 'heading: name', 'heading: logo')
    write(root, 'content/look/drawing.svg', SUN)
    write(root, 'content/look/logo.svg', SUN)
    const drawn = drawingForPages('drawing', root)
    expect(drawn).toMatch(/ color="#bd2413" fill="currentColor"><style>.*#ff7259.*<\/style><circle/)
    expect(drawn).not.toContain('script')
    expect(lookSheet(root)).toMatch(/url\("\/look\/drawing\.svg\?v=\w{12}"\)/)
    expect(lookSheet(root)).toContain('inline-size: 4.00rem')
  })

  test('is not served where the look has none', () => {
    expect(drawingForPages('drawing')).toBeNull()
  })
})
