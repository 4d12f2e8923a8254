import type { Page } from '@playwright/test'

/**
 * Goes to everything on a page that a keyboard can go to, and tells where it cannot be seen: no
 * outline, or hidden under the head of the site (WCAG 2.2, criteria 2.4.7 and 2.4.11).
 */
export async function whereFocusIsLost(page: Page) {
  // The browser marks the focus from now on, since somebody uses the keyboard.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const all =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
    const header = document.querySelector('header')
    return [...document.querySelectorAll<HTMLElement>(all)]
      .filter(each => each.checkVisibility({ visibilityProperty: true }) && !isOff(each))
      .flatMap(each => {
        each.focus()
        const fault = faultOf(each)
        return fault ? [`${fault}: ${each.outerHTML.slice(0, 120)} …`] : []
      })

    function isOff(element: HTMLElement) {
      return element.matches(':disabled') || Number(element.tabIndex) < 0 || isBehindDialog(element)
    }

    function isBehindDialog(element: HTMLElement) {
      return document.querySelector(':modal') !== null && !element.closest(':modal')
    }

    function faultOf(element: HTMLElement) {
      if (document.activeElement !== element) return 'takes no focus'
      if (!isMarked(element)) return 'not marked'
      return isUnderHeader(element) ? 'under the header' : null
    }

    function isMarked(element: HTMLElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }

    function isUnderHeader(element: HTMLElement) {
      if (!header || header.contains(element)) return false
      if (getComputedStyle(header).position !== 'sticky') return false
      const { top, bottom } = element.getBoundingClientRect()
      const edge = header.getBoundingClientRect().bottom
      return bottom <= edge && top < edge
    }
  })
}

/** What one presses or fills that has no edge where the system's own colours are forced on a page. */
export async function whatHasNoEdge(page: Page) {
  await page.emulateMedia({ forcedColors: 'active' })
  const found = await page.evaluate(() => {
    const controls = 'button, input:not([type=hidden]), select, textarea'
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter(
        each => each.ariaHidden !== 'true' && each.checkVisibility({ visibilityProperty: true }),
      )
      .filter(each => !hasEdge(each))
      .map(each => `${each.outerHTML.slice(0, 120)} …`)

    function hasEdge(element: HTMLElement): boolean {
      const { borderBlockEndStyle, borderBlockEndWidth, appearance, textDecorationLine } =
        getComputedStyle(element)
      if (appearance === 'auto' && element.matches('input[type=radio], input[type=checkbox]')) {
        return true
      }
      if (textDecorationLine === 'underline') return true
      const hasOwn = borderBlockEndStyle !== 'none' && Number.parseFloat(borderBlockEndWidth) > 0
      const isLined = element.parentElement?.matches('div, label, span') ?? false
      return hasOwn || (isLined && hasLine(element.parentElement))
    }

    function hasLine(element: HTMLElement | null) {
      if (!element) return false
      const { borderBlockEndStyle, borderBlockEndWidth } = getComputedStyle(element)
      return borderBlockEndStyle !== 'none' && Number.parseFloat(borderBlockEndWidth) > 0
    }
  })
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}
