import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { enterConsole, expectNotice, press } from '../support/pages/organisers.ts'
import { AN_ANSWER } from '../support/people/government-answer.ts'

/** What Karim makes of the title in the language of the reader, while Lucie has the page before her. */
const KARIMS = 'The minister answers'
const KARIM_SAVES = `UPDATE news_item SET changed_at = changed_at + interval '1 second',
  draft = jsonb_set(draft, ARRAY['texts', $1, 'title'], to_jsonb($2::text))`

const { organisers, news } = readMessages('fr')
const words = organisers.news
const ADDRESS = '/fr/news/2020-06-30-un-gouvernement-repond'

test.describe('fr, without JavaScript', () => {
  test.use({ javaScriptEnabled: false, cookiesLeft: ['organiser'] })

  test('Lucie writes the answer of a government, publishes it, and takes it back', async ({
    page,
    site,
  }) => {
    await enterConsole(page, site, 'fr', 'moderator')
    await page.goto('/fr/organisers/news')
    await press(page, words.begin)
    await write(page, 'http://government.example')
    await expect(page.getByRole('main')).toContainText(words.mistakes.source)
    await press(page, words.publish.buttons.draft)
    await expectNotice(page, words.outcomes.incomplete)
    await site.database.run(KARIM_SAVES, 'fr', KARIMS)
    await write(page, AN_ANSWER.source)
    await expect(page.getByRole('main').getByRole('alert')).toContainText(KARIMS)
    await expect(page.locator('#title-fr')).toHaveValue(AN_ANSWER.texts.fr.title)
    await expect(page.locator('#kind')).toHaveValue('answer')
    await press(page, organisers.editConflict.mine)
    await expectNotice(page, words.outcomes.written)
    await expect(page.getByRole('article').first()).toContainText(AN_ANSWER.texts.fr.quote)
    expect((await page.request.get(ADDRESS)).status()).toBe(404)

    await press(page, words.publish.buttons.draft)
    await expectNotice(page, words.outcomes.published)
    await page.getByRole('link', { name: words.publish.read }).click()
    await expect(page).toHaveURL(ADDRESS)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(AN_ANSWER.texts.fr.title)
    await expect(page.getByRole('main')).toContainText('Suisse')
    await page.getByRole('link', { name: news.all }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Suisse' })).toContainText(
      AN_ANSWER.texts.fr.quote,
    )

    await page.goto('/fr/organisers/news')
    await page.getByRole('link', { name: AN_ANSWER.texts.fr.title }).click()
    await press(page, words.publish.withdraw)
    await expectNotice(page, words.outcomes.withdrawn)
    expect((await page.request.get(ADDRESS)).status()).toBe(404)
  })
})

test.describe('en, with JavaScript', () => {
  test.use({ cookiesLeft: ['organiser'] })

  test('Lucie writes for so long that her session ends: what she typed is there again', async ({
    page,
    site,
  }) => {
    const { frame, auth, news: inEnglish } = readMessages('en').organisers
    await enterConsole(page, site, 'en', 'moderator')
    await page.goto('/en/organisers/news')
    await expectNoBarriers(page)
    await press(page, inEnglish.begin)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(inEnglish.untitled)
    await expectNoBarriers(page)
    const draft = page.url()
    const title = page.locator('#title-en')
    await title.fill('A government answers')
    await site.database.run('DELETE FROM organiser_session')
    await press(page, inEnglish.form.save)
    await expect(page).toHaveURL(/\/sign-in\?/)
    await expect(page.getByText(auth.lost)).toBeVisible()

    await enterConsole(page, site, 'en', 'moderator')
    await page.goto(draft)
    await expect(title).toHaveValue('A government answers')
    await expect(page.getByText(frame.typedBack)).toBeVisible()
    await press(page, inEnglish.form.save)
    await expectNotice(page, inEnglish.outcomes.written)
    await page.reload()
    await expect(title).toHaveValue('A government answers')
    await expect(page.getByText(frame.typedBack)).toHaveCount(0)

    await site.database.run(KARIM_SAVES, 'en', KARIMS)
    await title.fill('A government speaks')
    await page.locator('#country').selectOption('CH')
    await press(page, inEnglish.form.save)
    await expect(page.getByRole('main').getByRole('alert')).toContainText(KARIMS)
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
    await expect(title).toHaveValue('A government speaks')
    await expect(page.locator('#country')).toHaveValue('CH')
    await expectNoBarriers(page)
    await press(page, inEnglish.publish.buttons.draft)
    await expect(title).toHaveValue('A government speaks')
    await expect(page.getByText(frame.typedBack)).toBeVisible()
    await press(page, inEnglish.form.save)
    await expectNotice(page, inEnglish.outcomes.written)
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
    await expect(title).toHaveValue('A government speaks')
  })
})

async function write(page: Page, source: string) {
  await page.getByLabel(words.form.kind, { exact: true }).selectOption('answer')
  await page.getByLabel(words.form.day).fill(AN_ANSWER.day)
  await page.getByLabel(words.form.source).fill(source)
  await page.locator('#country').selectOption(AN_ANSWER.country)
  for (const [language, text] of Object.entries(AN_ANSWER.texts)) {
    for (const [field, value] of Object.entries(text)) {
      await page.locator(`#${field}-${language}`).fill(value)
    }
  }
  await press(page, words.form.save)
}
