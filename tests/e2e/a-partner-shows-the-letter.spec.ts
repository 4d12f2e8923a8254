import type { FrameLocator, Page } from '@playwright/test'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { startPartnerSite } from '../support/fakes/partner-site.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES, type Language, linkIn, mailTo } from '../support/pages/journey.ts'
import { aSignature } from '../support/people/factories/signature.ts'

/** A height is rounded up by the page, and up or down by a browser. */
const ROUNDING_PX = 1

/** The line of HTML that the page "Pass it on" offers under this label. */
async function lineFrom(page: Page, language: Language, label: string) {
  await page.goto(`/${language}/spread`)
  return page.getByRole('textbox', { name: label }).inputValue()
}

test('fr: the whole form stands on a partner’s page, as high as it is, under a strict policy', async ({
  page,
  browser,
  site,
}) => {
  const { spread, form, checkMail } = readMessages('fr')
  const line = await lineFrom(page, 'fr', spread.elsewhere.form)
  const policy = `default-src 'none'; script-src ${site.url}; frame-src ${site.url}`
  const furtherDown = `<pre>${'\n'.repeat(200)}</pre>`
  const partner = await startPartnerSite(`<main>${line}</main>${furtherDown}`, policy)
  const visitor = await browser.newPage({ viewport: { width: 900, height: 700 } })
  const complaints: string[] = []
  visitor.on('console', message => complaints.push(message.text()))
  visitor.on('pageerror', error => complaints.push(error.message))

  await visitor.goto(partner.url)
  const frame = visitor.frameLocator('iframe')
  await frame.getByRole('textbox', { name: form.name.label }).fill('Camille Roux')
  const framed = visitor.locator('iframe')
  const content = () => frame.locator('body').evaluate(body => body.scrollHeight)
  await expect
    .poll(async () => Math.abs(Number(await framed.getAttribute('height')) - (await content())))
    .toBeLessThanOrEqual(ROUNDING_PX)
  await expect.poll(() => leftToScroll(frame)).toBe(0)
  await frame.getByRole('textbox', { name: form.email.label }).fill('camille@example.org')
  await frame.getByRole('checkbox', { name: form.consent.label }).check()
  await frame.getByRole('button', { name: form.submit }).click()
  await expect(frame.getByRole('status')).toContainText(checkMail.lead)
  // What follows is short: it is not left above a reader who was at the button, under an empty frame.
  await expect
    .poll(async () => Number(await framed.getAttribute('height')) - (await mainHeight(frame)))
    .toBeLessThanOrEqual(ROUNDING_PX)
  await expect(framed).toBeInViewport()
  expect(linkIn(await mailTo(site, 'camille@example.org'))).toContain(`${site.url}/fr/confirm`)

  expect(complaints).toEqual([])
  await visitor.close()
  await partner.stop()
})

/** How far one could scroll within the frame, in pixels. */
function leftToScroll(frame: FrameLocator) {
  return frame
    .locator('html')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
}

/** In pixels, as it stands in the frame. */
function mainHeight(frame: FrameLocator) {
  return frame.locator('main').evaluate(main => main.getBoundingClientRect().height)
}

test('en: the number and the button stand there without any script, and lead to the letter', async ({
  page,
  browser,
  site,
}) => {
  const words = readMessages('en')
  const line = await lineFrom(page, 'en', words.spread.elsewhere.frame)
  await site.database.insert([aSignature({}), aSignature({})])
  const partner = await startPartnerSite(line, `default-src 'none'; frame-src ${site.url}`)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const visitor = await context.newPage()

  await visitor.goto(partner.url)
  const frame = visitor.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(readLetter('en').title)
  const [letter] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: words.site.sign }).click(),
  ])
  await expect(letter).toHaveURL(`${site.url}/en?from=embed#sign`)

  await context.close()
  await partner.stop()
})

for (const language of LANGUAGES) {
  const { refusals, form } = readMessages(language)

  for (const scripts of ['allow-scripts', '']) {
    test(`${language}: a partner’s frame hides where it comes from: it says so (${scripts || 'no scripts'})`, async ({
      browser,
      site,
    }) => {
      const sandbox = `allow-forms allow-popups allow-popups-to-escape-sandbox ${scripts}`
      const partner = await startPartnerSite(
        `<iframe src="${site.url}/${language}/embed/form" sandbox="${sandbox}" title="x" height="1800" width="600"></iframe>`,
        `default-src 'none'; frame-src ${site.url}`,
      )
      const visitor = await browser.newPage({ viewport: { width: 900, height: 1900 } })
      await visitor.goto(partner.url)
      const frame = visitor.frameLocator('iframe')
      await frame.getByRole('textbox', { name: form.name.label }).fill('Camille Roux')
      if (scripts) {
        await expect(frame.getByRole('status')).toContainText(refusals.frame)
      } else {
        await frame.getByRole('button', { name: form.submit }).click()
        const title = frame.getByRole('heading', { level: 1 })
        await expect(title).toHaveText(refusals['hidden-origin'].title)
        await expect(frame.getByRole('main')).toContainText(refusals['hidden-origin'].lead)
      }
      const [letter] = await Promise.all([
        visitor.waitForEvent('popup'),
        frame.getByRole('link', { name: refusals.openInTab }).click(),
      ])
      await expect(letter).toHaveURL(new RegExp(`^${site.url}/${language}(\\?from=embed)?#sign$`))
      await expect(letter.getByRole('textbox', { name: form.name.label })).toBeVisible()
      await visitor.close()
      await partner.stop()
    })
  }
}

test('no other page of ours can be framed', async ({ page, browser, site }) => {
  await page.goto('/fr/spread')
  const partner = await startPartnerSite(
    `<iframe src="${site.url}/fr/my-signature" title="x"></iframe>`,
    `default-src 'none'; frame-src ${site.url}`,
  )
  const visitor = await browser.newPage()
  const answered = visitor.waitForResponse(`${site.url}/fr/my-signature`)
  await visitor.goto(partner.url)
  expect((await answered).headers()['x-frame-options']).toBe('DENY')
  await expect(visitor.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveCount(0)
  await visitor.close()
  await partner.stop()
})
