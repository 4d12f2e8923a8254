import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './browser-test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** 1280 px at a zoom of 400 %: WCAG 2.2, criterion 1.4.10. */
const NARROWEST = { width: 320, height: 256 }

/**
 * Expects a page to break no rule of axe in light, to be as legible in dark, and to fit the narrowest
 * window, read from the left or from the right. Colours are all that differs in dark.
 */
export async function expectNoBarriers(page: Page, name = page.url()) {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await violations(axe(page).withTags(RULES)), name).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(axe(page).withRules('color-contrast')), `${name}, in dark`).toEqual([])
  const wide = page.viewportSize()
  await page.setViewportSize(NARROWEST)
  for (const direction of ['rtl', 'ltr']) {
    await page.evaluate(from => document.documentElement.setAttribute('dir', from), direction)
    expect(await widthBeyondWindow(page), `${name}, ${direction}`).toBe(0)
  }
  if (wide) await page.setViewportSize(wide)
}

// Without legacy mode axe opens one more window for each page, for the sake of frames of other sites.
function axe(page: Page) {
  return new AxeBuilder({ page }).setLegacyMode(true)
}

async function violations(builder: AxeBuilder) {
  return (await builder.analyze()).violations.map(inShort)
}

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

function inShort({ id, nodes }: Violation) {
  return { id, nodes: nodes.map(node => `${node.html} ${node.failureSummary ?? ''}`) }
}

function widthBeyondWindow(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
