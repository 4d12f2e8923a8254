import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { LANGUAGES } from '../support/journey.ts'
import { OWN_PAGE_STATES, SESSION_COOKIES } from '../support/journey-own-pages.ts'
import { PAGE_STATES } from '../support/journey-pages.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** 1280 px at a zoom of 400 %: WCAG 2.2, criterion 1.4.10. */
const NARROWEST = { width: 320, height: 256 }

// Contrast is judged of what is there at last, not of a moment of a movement.
test.use({ contextOptions: { reducedMotion: 'reduce' }, cookiesLeft: SESSION_COOKIES })

for (const language of LANGUAGES) {
  for (const { name, open } of [...PAGE_STATES, ...OWN_PAGE_STATES]) {
    test(`${language}: ${name} breaks no rule in light or dark, and fits 320 px`, async ({
      page,
      site,
    }) => {
      await open(page, language, site)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
        expect(violations.map(inShort), colorScheme).toEqual([])
      }
      await page.setViewportSize(NARROWEST)
      expect(await widthBeyondWindow(page)).toBe(0)
    })
  }
}

function inShort({
  id,
  nodes,
}: {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}) {
  return { id, nodes: nodes.map(node => `${node.html} ${node.failureSummary ?? ''}`) }
}

function widthBeyondWindow(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
