import type { Page } from '@playwright/test'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { readLetter } from '#lib/content/letter.ts'
import { whichTextDecides } from '#lib/content/which-text-decides.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES, PHONE } from '../support/pages/journey.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

for (const language of LANGUAGES) {
  const letter = readLetter(language)
  const words = readMessages(language)

  test(`${language}: the letter is whole, signed, dated and versioned`, async ({ page }) => {
    await page.goto(`/${language}`)
    const main = page.getByRole('main')
    await expect(main).toContainText(letter.addressee)
    await expect(main).toContainText(letter.launchedBy)
    await expect(main.locator(`time[datetime="${letter.date}"]`).first()).toBeVisible()
    const text = page.getByRole('region', { name: words.letter.textHeading })
    await expect(text).toContainText(letter.version)
    await expect(text).toContainText(whichTextDecides(letter))
    for (const { name } of readFirstSignatories(language)) {
      await expect(text.getByText(name, { exact: true })).toBeVisible()
    }
    const shown = await text.getByRole('paragraph').allTextContents()
    expect(shown).toEqual(expect.arrayContaining(paragraphsOf(letter.blocks)))
  })

  test.describe('on a phone', () => {
    test.use({ viewport: PHONE, hasTouch: true, isMobile: true })

    test(`${language}: Sign is at hand wherever she reads`, async ({ page }) => {
      await page.goto(`/${language}`)
      const signLink = page.getByRole('link', { name: words.site.sign, exact: true })
      for (const place of ['letter', 'newest', 'more']) {
        await page.locator(`#${place}`).evaluate(section => section.scrollIntoView())
        await expect(signLink).toBeInViewport()
      }
      await signLink.click()
      await expect(page.getByRole('textbox', { name: words.form.name.label })).toBeInViewport()
    })
  })

  test(`${language}: on paper stand the letter and its names, without form or menus`, async ({
    page,
  }) => {
    await page.goto(`/${language}`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(paragraphsOf(letter.blocks)[0] ?? '')).toBeVisible()
    await expect(page.getByText(letter.version)).toBeVisible()
    await expect(page.locator('header')).toBeHidden()
    await expect(page.locator('form')).toBeHidden()
    await expect(page.getByRole('region', { name: words.site.menus.more })).toBeHidden()
    await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)')
  })

  test(`${language}: nothing moves for who asks for no movement, all is dark for who asks for dark`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' })
    await page.goto(`/${language}`)
    expect(await page.evaluate(countMovements)).toBe(0)
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto')
    expect(await brightness(page, 'background-color')).toBeLessThan(0.2)
    expect(await brightness(page, 'color')).toBeGreaterThan(0.7)
  })
}

type Blocks = ReturnType<typeof readLetter>['blocks']
type Inline = Extract<Blocks[number], { kind: 'paragraph' }>['children'][number]

function paragraphsOf(blocks: Blocks) {
  return blocks.flatMap(block =>
    block.kind === 'paragraph' ? block.children.map(textOf).join('') : [],
  )
}

function textOf(inline: Inline): string {
  if (inline.kind === 'text') return inline.text
  return inline.kind === 'line-break' ? '' : inline.children.map(textOf).join('')
}

function countMovements() {
  const lasts = (animation: Animation) => Number(animation.effect?.getComputedTiming().duration) > 1
  return document.getAnimations().filter(lasts).length
}

/** Of a colour of the page, from 0 (black) to 1 (white). */
async function brightness(page: Page, property: string) {
  return page.evaluate(name => {
    const pixel = document.createElement('canvas').getContext('2d')
    if (!pixel) throw new Error('no canvas')
    pixel.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name)
    pixel.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / 3 / 255
  }, property)
}
