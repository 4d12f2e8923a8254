import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES, linkIn, mailTo, statusOf } from '../support/pages/journey.ts'

const EMAIL = 'noor@example.org'

for (const language of LANGUAGES) {
  const { site: words, form, confirm } = readMessages(language)

  test(`${language}: skips to the text, fills the form and confirms without a mouse`, async ({
    page,
    site,
  }) => {
    await page.goto(`/${language}`)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: words.skip })).toBeFocused()
    await expect(page.getByRole('link', { name: words.skip })).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`/${language}#main`)

    await page.goto(`/${language}`)
    await tabTo(page, page.getByRole('link', { name: words.sign, exact: true }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('radio', { name: form.kind.individual }))
    await tabTo(page, page.getByRole('textbox', { name: form.name.label }))
    await page.keyboard.type('Noor')
    await tabTo(page, page.getByRole('textbox', { name: form.email.label }))
    await page.keyboard.type(EMAIL)
    await tabTo(page, page.getByRole('checkbox', { name: form.consent.label }))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: form.submit }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)

    await page.goto(linkIn(await mailTo(site, EMAIL)))
    await tabTo(page, page.getByRole('button', { name: confirm.button }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
    expect(await statusOf(site, EMAIL)).toBe('confirmed')
  })
}

const MOST_STEPS = 40

/** Presses Tab until the focus is there; every stop on the way can be seen. */
async function tabTo(page: Page, wanted: ReturnType<Page['getByRole']>) {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    const focus = page.locator(':focus')
    await expect(focus).toBeInViewport()
    expect(await focus.evaluate(isMarked), await focus.evaluate(e => e.outerHTML)).toBe(true)
  }
  throw new Error('The keyboard does not get there.')
}

/** Whether an outline, here or on what stands around a hidden input, shows where the focus is. */
function isMarked(element: Element) {
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
}
