import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { enterConsole, expectNotice, press } from '../support/pages/organisers.ts'
import { restoreContent } from '../support/pages/shipped-content.ts'
import type { Site } from '../support/site/browser-site.ts'

test.use({ cookiesLeft: ['organiser'] })

/** The files of a site outlast a test. */
let shipped: Record<string, string>

test.beforeEach(({ site }) => {
  shipped ??= { fr: fileOf(site, 'fr').read(), en: fileOf(site, 'en').read() }
})

test.afterEach(({ site }) => restoreContent(site))

test.describe('fr, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Lucie writes a paragraph in one language, then in both, looks at it, and undoes it', async ({
    page,
    site,
  }) => {
    const { letter: words, content } = readMessages('fr').organisers
    await enterConsole(page, site, 'fr')
    await page.goto('/fr/organisers/letter')
    await page.locator('#title-fr').fill('Les hôpitaux d’abord')
    const [row, fr, en] = await firstEmptyRow(page)
    await fr.fill('Un paragraphe de **plus**.')
    await press(page, words.form.save)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText(words.mistakes.untranslated)
    await expect(page.locator('#title-fr')).toHaveValue('Les hôpitaux d’abord')
    await expect(fr).toHaveValue('Un paragraphe de **plus**.')
    await en.fill('One paragraph **more**.')
    await press(page, words.form.save)
    await expectNotice(page, words.outcomes.written)
    await expect(page.locator(`#p${row}-fr`)).toHaveValue('Un paragraphe de **plus**.')
    expect(fileOf(site, 'fr').read()).toContain('\n\nUn paragraphe de **plus**.\n')

    await page.goto('/fr/organisers/letter/preview')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les hôpitaux d’abord')
    await expect(page.locator('#letter strong').last()).toHaveText('plus')
    await expect
      .poll(async () => (await page.request.get('/fr')).text(), { timeout: 20_000 })
      .toContain('Les hôpitaux d’abord')

    await page.goto('/fr/organisers/content')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByText('letter/fr.md', { exact: true }).first().click()
    await expect(page.getByText('+Un paragraphe de **plus**.')).toBeVisible()
    await press(page, content.saves.button)
    await expectNotice(page, content.outcomes.written)
    expect(fileOf(site, 'fr').read()).toBe(shipped.fr)
  })
})

test.describe('en, with JavaScript', () => {
  test('Lucie shapes words with a button; Karim edits the file meanwhile, and nothing is lost', async ({
    page,
    site,
  }) => {
    const { letter: words, editConflict } = readMessages('en').organisers
    await enterConsole(page, site, 'en')
    await page.goto('/en/organisers/letter')
    await expectNoBarriers(page)
    const [, fr, en] = await firstEmptyRow(page)
    await en.fill('word')
    await expect(page.getByText(words.form.parity.missing)).toBeVisible()
    await fr.fill('mot')
    await expect(page.getByText(words.form.parity.even)).toBeVisible()
    await en.focus()
    await en.selectText()
    await page.getByRole('button', { name: words.form.marks.bold }).click()
    await expect(en).toHaveValue('**word**')
    await page.keyboard.press('Control+b')
    await expect(en).toHaveValue('word')

    const file = fileOf(site, 'en')
    file.write(file.read().replace(/^title: .*$/m, 'title: By hand'))
    await press(page, words.form.save)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText('By hand')
    await expect(alert).toBeFocused()
    await expect(en).toHaveValue('word')
    await expectNoBarriers(page)
    await press(page, editConflict.mine)
    await expectNotice(page, words.outcomes.written)
    expect(file.read()).not.toContain('By hand')
    await page.goto('/en/organisers/content')
    await expectNoBarriers(page)
    await page.goto('/en/organisers/letter/preview')
    await expectNoBarriers(page)
  })
})

function fileOf(site: Site, language: string) {
  const path = join(site.contentFolder, 'letter', `${language}.md`)
  return {
    read: () => readFileSync(path, 'utf8'),
    write: (text: string) => writeFileSync(path, text),
  }
}

/** The number of the first row without a paragraph, and its two fields. */
async function firstEmptyRow(page: Page) {
  const texts = await page
    .locator('textarea[id^="p"][id$="-fr"]')
    .evaluateAll(all => all.map(each => (each instanceof HTMLTextAreaElement ? each.value : '')))
  const row = texts.indexOf('') + 1
  return [row, page.locator(`#p${row}-fr`), page.locator(`#p${row}-en`)] as const
}
