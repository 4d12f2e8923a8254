import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './browser-test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** 1280 px at a zoom of 400 %: WCAG 2.2, criterion 1.4.10. */
const NARROWEST = { width: 320, height: 256 }

/** Expects a page to break no rule of axe in light or dark, and to fit the narrowest window. */
export async function expectNoBarriers(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    expect(violations.map(inShort), colorScheme).toEqual([])
  }
  const wide = page.viewportSize()
  await page.setViewportSize(NARROWEST)
  expect(await widthBeyondWindow(page)).toBe(0)
  if (wide) await page.setViewportSize(wide)
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
