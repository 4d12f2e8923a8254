import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import type { Language } from '../support/pages/journey.ts'
import { enterConsole, expectNotice, press } from '../support/pages/organisers.ts'
import { restoreContent } from '../support/pages/shipped-content.ts'
import type { Site } from '../support/site/browser-site.ts'

test.use({ cookiesLeft: ['organiser'] })

test.afterEach(({ site }) => restoreContent(site))

const OF = {
  fr: { plain: 'Un mot ', bold: 'en gras', link: 'notre site', items: ['lundi', 'mardi'] },
  en: { plain: 'A word ', bold: 'in bold', link: 'our site', items: ['Monday', 'Tuesday'] },
} as const

/** What Word puts on the clipboard for a heading, a sentence and a list. */
const FROM_WORD = `<html><body><h1 style='color:red'>Titre</h1>
<p class=MsoNormal style='margin:0'><b>Gras</b>, <a href="javascript:alert(1)">rien</a><img src="x.png"><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·   </span>un</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·   </span>deux</p></body></html>`

for (const language of ['fr', 'en'] as const) {
  test.describe(language, () => {
    const { letter, writing, frame } = readMessages(language).organisers
    const { marks } = letter.form
    const { plain, bold, link, items } = OF[language]

    test('Lucie, who never saw Markdown, writes bold words, a link and a list', async ({
      page,
      site,
    }) => {
      const before = letterIn(site, language)
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/letter`)
      const row = await firstEmptyRow(page)
      await page.getByRole('checkbox', { name: writing.look }).check()
      const [words, list] = [paragraph(page, row, language), paragraph(page, row + 1, language)]
      await expect(words).toBeVisible()
      await expectNoBarriers(page)

      await words.click()
      await page.keyboard.type(plain)
      await tool(page, marks.bold).click()
      await expect(tool(page, marks.bold)).toHaveAttribute('aria-pressed', 'true')
      await page.keyboard.type(bold)
      await page.keyboard.press('Control+b')
      await page.keyboard.type(', ')
      await page.keyboard.press('Control+k')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(writing.linkDialog.words).fill(link)
      await dialog.getByLabel(writing.linkDialog.address).fill('javascript:alert(1)')
      await press(page, writing.linkDialog.put)
      await expect(dialog).toContainText(writing.linkDialog.refused)
      await expectNoBarriers(page)
      await dialog.getByLabel(writing.linkDialog.address).fill('example.org')
      await page.keyboard.press('Enter')
      await expect(dialog).toHaveCount(0)
      await expect(words).toBeFocused()
      await page.keyboard.type(' *')
      const markdown = `${plain}**${bold}**, [${link}](https://example.org) *`
      await expect(page.locator(`#p${row}-${language}`)).toHaveValue(markdown)

      await list.click()
      await tool(page, marks.list).click()
      await page.keyboard.type(items[0])
      await page.keyboard.press('Enter')
      await page.keyboard.type(items[1])
      await expect(page.getByText(letter.form.parity.missing).first()).toBeVisible()

      // What she typed is kept, and this browser remembers how she writes.
      await page.reload()
      await expect(page.getByText(frame.typedBack)).toBeVisible()
      await expect(words).toContainText(bold)
      await expect(words.locator('strong')).toHaveText(bold)
      const other = language === 'fr' ? 'en' : 'fr'
      await paragraph(page, row, other).click()
      await page.keyboard.type('* 1')
      await paragraph(page, row + 1, other).click()
      await tool(page, marks.list).click()
      await page.keyboard.type('x')
      await page.keyboard.press('Enter')
      await page.keyboard.type('y')
      await press(page, letter.form.save)
      await expectNotice(page, letter.outcomes.written)
      const after = letterIn(site, language)
      expect(after).toBe(`${before.trimEnd()}\n\n${markdown}\n\n- ${items.join('\n- ')}\n`)
      expect(letterIn(site, other)).toContain('\n\n\\* 1\n\n- x\n- y\n')

      await expect
        .poll(async () => (await page.request.get(`/${language}`)).text(), { timeout: 20_000 })
        .toContain(`<strong>${bold}</strong>`)
      await page.goto(`/${language}`)
      await expect(page.locator('#letter strong')).toHaveText(bold)
      await expect(page.getByRole('link', { name: link })).toHaveAttribute(
        'href',
        'https://example.org',
      )
      await expect(page.getByRole('listitem').filter({ hasText: items[1] })).toBeVisible()
    })

    test('Noor writes by keyboard alone, and Tab leaves the text', async ({ page, site }) => {
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/letter`)
      const row = await firstEmptyRow(page)
      await page.getByRole('checkbox', { name: writing.look }).check()
      const text = paragraph(page, row, language)
      await text.focus()
      await page.keyboard.type('abc')
      await page.keyboard.press('Shift+Home')
      await page.keyboard.press('Alt+F10')
      await expect(tool(page, marks.bold)).toBeFocused()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await expect(text).toBeFocused()
      await expect(text.locator('em')).toHaveText('abc')
      await page.keyboard.press('Control+z')
      await expect(text.locator('em')).toHaveCount(0)
      await page.keyboard.press('Tab')
      await expect(text).not.toBeFocused()
      await page.keyboard.press('Shift+Tab')
      await expect(text).toBeFocused()
    })
  })

  test.describe(`${language}, without JavaScript`, () => {
    test.use({ javaScriptEnabled: false })

    test('the text field is there, and no switch', async ({ page, site }) => {
      const { writing } = readMessages(language).organisers
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/letter`)
      await expect(page.locator(`#p1-${language}`)).toBeVisible()
      await expect(page.getByText(writing.look)).toHaveCount(0)
    })
  })
}

test('what comes from Word comes as what may be written; what may not stays a text field', async ({
  page,
  site,
}) => {
  const { news, writing } = readMessages('fr').organisers
  await enterConsole(page, site, 'fr', 'moderator')
  await page.goto('/fr/organisers/news')
  await press(page, news.begin)
  await page.locator('#body-en').fill('<b>bold</b>')
  await page.getByRole('checkbox', { name: writing.look }).check()
  const body = page.locator('#body-fr-visual')
  await body.focus()
  await body.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, FROM_WORD)
  await expect(page.locator('#body-fr')).toHaveValue('## Titre\n\n**Gras**, rien\n\n- un\n- deux')
  await expect(page.getByText(writing.field['not-allowed'])).toBeVisible()
  await expect(page.locator('#body-en')).toHaveValue('<b>bold</b>')
  await page.locator('#body-en').fill('**bold**')
  await page.locator('#title-en').focus()
  await expect(page.locator('#body-en-visual strong')).toHaveText('bold')
  await page.getByRole('checkbox', { name: writing.look }).uncheck()
  await expect(page.locator('#body-fr')).toBeVisible()
  await expectNoBarriers(page)
})

function letterIn(site: Site, language: Language) {
  return readFileSync(join(site.contentFolder, 'letter', `${language}.md`), 'utf8')
}

async function firstEmptyRow(page: Page) {
  const texts = await page
    .locator('textarea[id^="p"][id$="-fr"]')
    .evaluateAll(all => all.map(each => (each instanceof HTMLTextAreaElement ? each.value : '')))
  return texts.indexOf('') + 1
}

function paragraph(page: Page, row: number, language: Language): Locator {
  return page.locator(`#p${row}-${language}-visual`)
}

function tool(page: Page, name: string): Locator {
  return page.getByRole('toolbar').getByRole('button', { name, exact: true })
}
