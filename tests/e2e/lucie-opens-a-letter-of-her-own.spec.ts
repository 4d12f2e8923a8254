import type { Browser, Locator, Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { countRedPixels } from '../support/checks/red-pixels.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES, type Language, READERS } from '../support/pages/journey.ts'
import { expectNotice } from '../support/pages/organisers.ts'
import { restoreContent } from '../support/pages/shipped-content.ts'
import { totp } from '../support/people/totp.ts'
import type { Site } from '../support/site/browser-site.ts'

const LUCIE = 'lucie@riviere.example'
const PASSWORD = 'trois-chevaux-dans-la-mer'

/** From the link that the server prints to an open letter in two languages. */
const MOST_PRESSES = 25

const TITLES: Record<Language, string> = {
  fr: 'Laissez vivre la rivière',
  en: 'Let the river live',
}

const IDENTITY = {
  contactEmail: 'lettre@riviere.org',
  organisation: { fr: 'Les amis de la rivière', en: 'Friends of the river' },
  address: { fr: '3, quai des Saules : Nantes', en: '3 Willow Quay: Nantes' },
  publisher: { fr: 'Lucie Martin', en: 'Lucie Martin' },
  host: { fr: 'Un hébergeur, Nantes', en: 'A host, Nantes' },
}

/** The files of a site outlast a test. */
test.afterEach(({ site }) => restoreContent(site))

for (const { language, javaScriptEnabled } of READERS) {
  const { organisers: words } = readMessages(language)
  const { steps, toDo, done, acceptStep } = words.firstSteps

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, cookiesLeft: ['organiser', 'organiser-codes'] })

    test('Lucie opens a letter of her own in two languages, and touches no file', async ({
      page,
      site,
      browser,
    }) => {
      test.slow()
      let presses = 0
      const press = async (what: Locator) => {
        presses += 1
        await what.click()
      }
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      const section = (name: string) =>
        page.getByRole('navigation').getByRole('link', { name, exact: true })
      const step = (name: string) => page.getByRole('main').getByRole('link', { name })
      const look = () => (javaScriptEnabled ? expectNoBarriers(page) : undefined)

      await page.goto(await firstLink(site, language))
      await page.getByLabel(words.auth.password).fill(PASSWORD)
      await press(button(words.join.button))
      const secret = await page.getByText(/^([A-Z2-7]{4} )+/).textContent()
      await page
        .getByLabel(words.auth.code, { exact: true })
        .fill(totp((secret ?? '').replaceAll(' ', '')))
      await press(button(words.setUp.button))
      await press(page.getByLabel(words.codes.kept))
      await press(button(words.codes.button))
      await expect(page.getByRole('heading', { name: words.firstSteps.heading })).toBeVisible()
      await expect(step(`${steps.letter.title} (${toDo})`)).toBeVisible()
      await look()

      await press(section(words.navigation.campaign))
      await press(button(words.campaign.moves.conceal.button))

      await press(section(words.navigation.letter))
      for (const code of LANGUAGES) await page.locator(`#title-${code}`).fill(TITLES[code])
      await press(button(words.letter.form.save))
      await expectNotice(page, words.letter.outcomes.written)

      await press(section(words.navigation.settings))
      await press(step(`${steps.identity.title} (${toDo})`))
      await look()
      await fillIdentity(page)
      await press(button(words.settings.save))
      await expectNotice(page, words.settings.outcomes.written)

      await press(step(words.settings.all))
      await expect(step(`${steps.identity.title} (${done})`)).toBeVisible()
      await press(step(`${steps.look.title} (${toDo})`))
      await look()
      await page.locator('#accent').fill('#005a9c')
      await page.locator('#accentAtNight').fill('')
      await press(page.getByLabel(words.settings.look.drawings.none, { exact: true }))
      await press(button(words.settings.save))
      await expectNotice(page, words.settings.outcomes.written)

      await press(step(words.settings.all))
      for (const { title } of [steps.languages, steps.firstSignatories, steps.categories]) {
        await press(button(acceptStep.replace('{step}', title)))
        await expect(step(`${title} (${done})`)).toBeVisible()
      }
      await press(step(`${steps.open.title} (${toDo})`))
      await press(button(words.campaign.moves.open.button))
      await expectNotice(page, words.campaign.outcomes.moved)

      expect(presses).toBeLessThanOrEqual(MOST_PRESSES)
      for (const code of LANGUAGES) await expectHers(browser, site, code)
    })
  })
}

/** What `npm start` prints for the first organiser, in the language of the story. */
async function firstLink(site: Site, language: Language) {
  const said = await site.runCommand('organiser.ts', 'add', LUCIE)
  const link = /http\S+\/organisers\/join\?token=\S+/.exec(said)?.[0] ?? ''
  return link.replace(/\/\w+\/organisers/, `/${language}/organisers`)
}

async function fillIdentity(page: Page) {
  const { contactEmail, ...said } = IDENTITY
  await page.locator('#contactEmail').fill(contactEmail)
  for (const [name, texts] of Object.entries(said)) {
    for (const code of LANGUAGES) await page.locator(`#${name}-${code}`).fill(texts[code])
  }
}

/** What a reader sees: her words, and not one pixel of the first letter's red, by day and by night. */
async function expectHers(browser: Browser, site: Site, language: Language) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      baseURL: site.url,
      colorScheme,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await expect(async () => {
      await page.goto(`/${language}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES[language])
      expect(await countRedPixels(await page.screenshot({ fullPage: true }))).toBe(0)
    }).toPass()
    await page.goto(`/${language}/legal`)
    await expect(page.getByRole('main')).toContainText(IDENTITY.organisation[language])
    await expect(page.getByRole('main')).toContainText(IDENTITY.address[language])
    for (const icon of ['/favicon.ico', '/apple-touch-icon.png']) {
      const answer = await page.request.get(icon)
      expect(await countRedPixels(await answer.body())).toBe(0)
    }
    await context.close()
  }
}
