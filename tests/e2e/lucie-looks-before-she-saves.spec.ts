import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { enterConsole, press } from '../support/pages/organisers.ts'
import type { Site } from '../support/site/browser-site.ts'

test.use({ cookiesLeft: ['organiser'] })

test.describe('fr, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Lucie looks at a title that she has not saved; the text that cannot be shown is told at its field', async ({
    page,
    site,
  }) => {
    const { letter: words } = readMessages('fr').organisers
    const before = letterOf(site, 'fr')
    await enterConsole(page, site, 'fr')
    await page.goto('/fr/organisers/letter')
    await page.locator('#title-fr').fill('Les hôpitaux d’abord')
    await page.locator('#title-en').fill('')
    await press(page, words.form.look)

    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText(words.preview.typed)
    await expect(alert.getByRole('link', { name: /^English/ })).toHaveCount(0)
    await expect(alert).toContainText(words.mistakes.required)
    await expect(page.locator('#title-en')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.locator('#title-fr')).toHaveValue('Les hôpitaux d’abord')

    await readAs(page, words.preview.mail, 'Les hôpitaux d’abord')
    expect(await fetched(page, words.preview.pdf)).toMatchObject({ type: 'application/pdf' })
    await page.goto(await hrefOf(page, words.preview.page))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les hôpitaux d’abord')
    expect(letterOf(site, 'fr')).toBe(before)
    expect((await page.request.get('/fr')).ok()).toBe(true)
  })
})

test.describe('en, with JavaScript', () => {
  test('Lucie goes on typing after a look, and what she saw is gone once she keeps nothing', async ({
    page,
    site,
  }) => {
    const { letter: words } = readMessages('en').organisers
    await enterConsole(page, site, 'en')
    await page.goto('/en/organisers/letter/preview?as=typed')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.preview.gone)

    await page.goto('/en/organisers/letter')
    await page.locator('#title-en').fill('Hospitals first')
    await press(page, words.form.look)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText(words.preview.typed)
    await expect(alert).toBeFocused()
    await expect(page.locator('#title-en')).toHaveValue('Hospitals first')
    await expectNoBarriers(page)
    await page.locator('#title-en').fill('Hospitals, first of all')
    await press(page, words.form.look)
    await expect(page.locator('#title-en')).toHaveValue('Hospitals, first of all')
    await readAs(page, words.preview.mail, 'Hospitals, first of all')

    const opened = page.waitForEvent('popup')
    await linkTo(page, words.preview.phone).click()
    const phone = await opened
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Hospitals, first of all')
    expect(await phone.evaluate(() => window.innerWidth)).toBeLessThan(400)
    await expectNoBarriers(phone)
    await phone.close()
    expect(letterOf(site, 'en')).not.toContain('Hospitals')
  })
})

function letterOf(site: Site, language: string) {
  return readFileSync(join(site.contentFolder, 'letter', `${language}.md`), 'utf8')
}

/** The link of what was typed, of the page's own language. */
function linkTo(page: Page, text: string) {
  const { languageName } = readMessages(new URL(page.url()).pathname.slice(1, 3)).site
  const alert = page.getByRole('main').getByRole('alert')
  return alert.getByRole('link', { name: `${languageName} – ${text}`, exact: true })
}

async function hrefOf(page: Page, text: string) {
  return (await linkTo(page, text).getAttribute('href')) ?? ''
}

async function fetched(page: Page, text: string) {
  const answer = await page.request.get(await hrefOf(page, text))
  return { type: answer.headers()['content-type'], body: await answer.text() }
}

/** Waits until she who follows a link reads these words. */
async function readAs(page: Page, text: string, words: string) {
  const read = async () => (await fetched(page, text)).body.includes(words)
  await expect.poll(read).toBe(true)
  expect((await fetched(page, text)).type).toContain('text/html')
}
