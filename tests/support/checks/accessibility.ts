import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '../pages/browser-test.ts'
import { expectToFit } from './reflow.ts'
import { whatHasNoEdge, whereFocusIsLost } from './visible-focus.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/**
 * Expects a page to break no rule of axe in light, to be as legible in dark, to show where the
 * keyboard is, to keep its edges where colours are forced, and to fit narrow windows.
 * Colours are all that differs in dark.
 */
export async function expectNoBarriers(page: Page, name = page.url()) {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await violations(axe(page).withTags(RULES)), name).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(axe(page).withRules('color-contrast')), `${name}, in dark`).toEqual([])
  expect(await whatHasNoEdge(page), `${name}, in forced colours`).toEqual([])
  expect(await whereFocusIsLost(page), `${name}, by keyboard`).toEqual([])
  await expectToFit(page, name)
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
