import { type Browser, chromium } from '@playwright/test'
import { expectNoBarriers } from '../../checks/accessibility.ts'
import { whatIsCut } from '../../checks/reflow.ts'
import { findBrowser } from '../../pages/browser.ts'
import { expect } from '../../pages/browser-test.ts'

const PAGES = ['', '/signatories', '/privacy', '/spread', '/open-data', '/no-such-page']
const WIDTHS = [320, 390, 1280]

/**
 * Looks at the pages of a language that is read from the right, and fails where one is not turned
 * round: cut or overlapping in a narrow or a wide window, its form unusable, an address in disorder.
 * @param home the letter in that language
 */
export async function expectReadFromTheRight(home: string) {
  const browser = await chromium.launch(await findBrowser())
  try {
    await lookAtPages(browser, home)
    await fillFormWrongly(browser, home)
  } finally {
    await browser.close()
  }
}

async function lookAtPages(browser: Browser, home: string) {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  for (const path of PAGES) {
    await page.goto(`${home}${path}`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await whatIsCut(page), `${path}, ${width} px`).toEqual([])
    }
  }
}

async function fillFormWrongly(browser: Browser, home: string) {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  await page.goto(home)
  await page.locator('#sign-email').fill('layla@')
  await page.locator('form:has(#sign-email) [type=submit]').click()
  await expect(page.locator('[role=alert]:focus')).toBeVisible()
  await expectNoBarriers(page, 'the form in Arabic')
  const field = await page.locator('#sign-email').boundingBox()
  const label = await page.locator('label[for=sign-email]').boundingBox()
  expect(
    Math.abs(rightOf(label) - rightOf(field)),
    'a label stands where its field begins',
  ).toBeLessThan(2)
  await expect(page.locator('#sign-email')).toHaveCSS('direction', 'ltr')
}

function rightOf(box: { x: number; width: number } | null) {
  return (box?.x ?? 0) + (box?.width ?? 0)
}
