import type { Page } from '@playwright/test'
import { expect } from '../pages/browser-test.ts'

/** 1280 px at a zoom of 400 %: WCAG 2.2, criterion 1.4.10. */
const NARROWEST = { width: 320, height: 256 }

/** Usual windows, whose text is made twice as large: criterion 1.4.4. */
const USUAL = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]
const LARGE_TEXT = '200%'

/**
 * Expects a page to fit the narrowest window, read from the left or from the right: nothing beyond the
 * window's edge, no word cut, no control upon another.
 */
export async function expectToFit(page: Page, name: string) {
  const before = page.viewportSize()
  await page.setViewportSize(NARROWEST)
  const itsOwn = await page.evaluate(() => document.documentElement.dir)
  for (const direction of ['rtl', 'ltr', itsOwn]) {
    await page.evaluate(dir => document.documentElement.setAttribute('dir', dir), direction)
    expect(await whatIsCut(page), `${name}, 320 px, ${direction}`).toEqual([])
  }
  if (before) await page.setViewportSize(before)
}

/** The same in usual windows, once the reader has made her text twice as large. */
export async function expectToTakeLargeText(page: Page, name: string) {
  const before = page.viewportSize()
  await setTextSize(page, LARGE_TEXT)
  for (const size of USUAL) {
    await page.setViewportSize(size)
    expect(await whatIsCut(page), `${name}, ${size.width} px, large text`).toEqual([])
  }
  await setTextSize(page, '')
  if (before) await page.setViewportSize(before)
}

/** What reaches beyond the window, is cut by its own frame, or lies upon another control. */
export function whatIsCut(page: Page) {
  return page.evaluate(() => {
    const seen = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      each => each.checkVisibility({ visibilityProperty: true }) && !each.closest('svg'),
    )
    const { scrollWidth, clientWidth } = document.documentElement
    const beyond = scrollWidth > clientWidth ? seen.filter(isWiderThanWindow) : []
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []),
      ...beyond.map(each => `beyond the window: ${inShort(each)}`),
      ...seen.filter(cutsItsText).map(each => `cut: ${inShort(each)}`),
      ...overlapping(seen.filter(isControl)).map(both => `overlap: ${both}`),
    ]

    function isWiderThanWindow(element: HTMLElement) {
      const { left, right } = element.getBoundingClientRect()
      return (left < -1 || right > clientWidth + 1) && !isInScroller(element)
    }

    function isInScroller(element: HTMLElement): boolean {
      const { parentElement } = element
      if (!parentElement || parentElement === document.body) return false
      const { overflowX } = getComputedStyle(parentElement)
      return overflowX !== 'visible' || isInScroller(parentElement)
    }

    function cutsItsText(element: HTMLElement) {
      const { overflowX, textOverflow } = getComputedStyle(element)
      const isShortened = textOverflow === 'ellipsis' || element.matches('input, select')
      const hides = overflowX === 'hidden' || overflowX === 'clip'
      const isForReadersOnly = element.clientWidth <= 1
      return (
        hides && !isShortened && !isForReadersOnly && element.scrollWidth > element.clientWidth + 1
      )
    }

    function isControl(element: HTMLElement) {
      return (
        element.matches('a[href], button, input, select, textarea, summary') && !isFixed(element)
      )
    }

    // The head of the site stays in sight: it lies upon whatever is scrolled beneath it.
    function isFixed(element: HTMLElement): boolean {
      const { position } = getComputedStyle(element)
      if (position === 'fixed' || position === 'sticky') return true
      return element.parentElement ? isFixed(element.parentElement) : false
    }

    function overlapping(controls: HTMLElement[]) {
      return controls.flatMap((one, place) =>
        controls
          .slice(place + 1)
          .filter(other => !one.contains(other) && shareSurface(one, other))
          .map(other => `${inShort(one)} and ${inShort(other)}`),
      )
    }

    function shareSurface(one: HTMLElement, other: HTMLElement) {
      const others = [...other.getClientRects()]
      return [...one.getClientRects()].some(a =>
        others.some(
          b =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
        ),
      )
    }

    function inShort(element: HTMLElement) {
      return `${element.outerHTML.slice(0, 120)} …`
    }
  })
}

async function setTextSize(page: Page, size: string) {
  await page.evaluate(fontSize => {
    document.documentElement.style.fontSize = fontSize
  }, size)
}
