import type { Page } from '@playwright/test'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import {
  CAMILLE,
  fillForm,
  GRACE,
  LANGUAGES,
  type Language,
  linkIn,
  mailTo,
  send,
  sign,
} from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { confirm } from '../support/pages/self-service.ts'

const { organisers, soon } = readMessages('en')
const { title } = readLetter('en')
const words = organisers.campaign

test.use({ cookiesLeft: ['organiser', 'preview'] })

/** French without a script, English with: what is told is the same. */
const PAUSES = {
  fr: { reader: CAMILLE, javaScriptEnabled: false, note: 'Nous comptons, et revenons lundi.' },
  en: { reader: GRACE, javaScriptEnabled: true, note: 'We count, and are back on Monday.' },
}

for (const language of LANGUAGES) {
  const { reader: signer, javaScriptEnabled, note } = PAUSES[language]
  const { checkMail, form, organisers, site: names, tally } = readMessages(language)
  const { notes, outcomes: said, site: notice, states } = organisers.campaign

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Lucie pauses, resumes and closes: who is writing is told so, and loses nothing', async ({
      page,
      site,
      browser,
    }) => {
      const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled })
      const reader = await context.newPage()
      await sign(reader, { ...signer, email: 'early@example.org' })
      await reader.goto(`/${language}#sign`)
      await fillForm(reader, signer)

      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/campaign`)
      await expect(page.getByText(states.open.name, { exact: true })).toBeVisible()
      for (const code of LANGUAGES) await page.locator(`#pause-${code}`).fill(note)
      await press(page, language, 'pause', 'paused')
      await page.locator(`#pause-${language}`).fill('https://example.org')
      await page.getByRole('button', { name: notes.button }).click()
      await expect(page.locator(`#pause-${language}`)).toHaveAccessibleDescription(
        form.errors.statement.url,
      )
      await page.locator(`#pause-${language}`).fill(note)
      await page.getByRole('button', { name: notes.button }).click()
      await expect(page.getByRole('status')).toHaveText(said.written)
      if (javaScriptEnabled) await expectNoBarriers(page)

      await send(reader, language)
      await expect(reader.getByRole('alert').filter({ hasText: form.summary })).toContainText(
        form.formErrors.paused,
      )
      await expect(reader.getByRole('textbox', { name: form.name.label })).toHaveValue(signer.name)
      // The tally may be of a moment ago: of the story before.
      const letter = async () => (await reader.request.get(`/${language}`)).text()
      await expect.poll(letter).toContain(`>${tally.nonePaused}<`)
      await reader.goto(`/${language}`)
      await expect(reader.locator('#sign')).toContainText(note)
      await expect(reader.getByRole('main')).toContainText(tally.nonePaused)
      await expect(reader.getByRole('link', { name: names.sign, exact: true })).toHaveCount(0)
      await confirm(reader, language, linkIn(await mailTo(site, 'early@example.org')))
      await expect(reader.getByRole('status').first()).toContainText(`1 ${tally.individuals.one}`)

      await press(page, language, 'resume', 'open')
      await sign(reader, signer)

      for (const code of LANGUAGES) await page.locator(`#site-${code}`).fill(`${note} (${code})`)
      await page.getByLabel(notice.shows).check()
      await page.getByRole('button', { name: notice.button }).click()
      await expect(page.getByRole('status')).toHaveText(said.noticed)
      for (const path of ['', '/signatories', '/privacy']) {
        await reader.goto(`/${language}${path}`)
        await expect(reader.getByRole('complementary', { name: names.notice })).toHaveText(
          `${note} (${language})`,
        )
      }
      if (javaScriptEnabled) await expectNoBarriers(reader)
      await page.getByLabel(notice.shows).uncheck()
      await page.getByRole('button', { name: notice.button }).click()
      await expect(page.getByRole('status')).toHaveText(said.unnoticed)
      await reader.goto(`/${language}/privacy`)
      await expect(reader.getByRole('complementary', { name: names.notice })).toHaveCount(0)

      await press(page, language, 'close', 'closed')
      await reader.goto(`/${language}`)
      await expect(reader.locator('#sign')).toContainText(beginOf(form.closed.finalOn))
      await reader.goto(`/${language}/sign/check-your-mail`)
      await expect(reader.getByRole('main')).toContainText(beginOf(checkMail.lifetimeLate))
      if (javaScriptEnabled) await expectNoBarriers(reader)
      await confirm(reader, language, linkIn(await mailTo(site, signer.email)))
      await expect(reader.getByRole('status').first()).toContainText(`2 ${tally.individuals.other}`)
      await context.close()
    })
  })
}

test('updates go out as fast as Lucie says, within what may be said', async ({ page, site }) => {
  await enterConsole(page, site, 'en')
  await page.goto('/en/organisers/campaign')
  const pace = page.getByLabel(words.rules.broadcastMailsPerHour)
  await pace.fill('12')
  await page.getByRole('button', { name: words.rules.button }).click()
  await expect(pace).toHaveAccessibleDescription(/from 60 to 360,000/)
  await expect(pace).toHaveValue('12')
  await pace.fill('1200')
  await page.getByRole('button', { name: words.rules.button }).click()
  await expect(page.getByRole('status')).toHaveText(words.outcomes.saved)
  await expect(pace).toHaveValue('1200')
})

test('a preview is for who has the link; a date is refused in words, and it opens by hand', async ({
  page,
  site,
  browser,
}) => {
  await enterConsole(page, site, 'en')
  await page.goto('/en/organisers/campaign')
  await press(page, 'en', 'conceal', 'preview')
  const link = await page.getByRole('link', { name: /preview\?token=/ }).getAttribute('href')
  await page.getByRole('textbox', { name: words.dates.opensAt }).fill('2020-05-26T08:00')
  await page.getByRole('button', { name: words.dates.button }).click()
  await expect(page.getByText(words.dates.faults.past)).toBeVisible()
  await expect(page.getByLabel(words.dates.opensAt)).toHaveValue('2020-05-26T08:00')
  await expectNoBarriers(page)

  const stranger = await (await browser.newContext({ baseURL: site.url })).newPage()
  await stranger.goto('/en/signatories')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(soon.title)
  await expectNoBarriers(stranger)
  await stranger.goto(link ?? '')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title)
  await sign(stranger, GRACE)
  await stranger.context().clearCookies()
  await stranger.goto('/en')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(soon.title)

  await page.reload()
  await page.getByRole('button', { name: words.moves.open.button, exact: true }).click()
  await expect(page.getByRole('status').first()).toHaveText(words.outcomes['choose-trials'])
  await expect(
    page.getByRole('group', { name: /One signature comes from the preview/ }),
  ).toBeVisible()
  await page.getByLabel(words.trials.remove).check()
  await press(page, 'en', 'open', 'open')
  await stranger.goto('/en')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title)
  await stranger.context().close()
})

/** A sentence up to the first thing that is filled in. */
function beginOf(sentence: string) {
  return sentence.split('{')[0] ?? sentence
}

type Campaign = (typeof organisers)['campaign']

async function press(
  page: Page,
  language: Language,
  move: keyof Campaign['moves'],
  state: keyof Campaign['states'],
) {
  const { moves, outcomes: said, states } = readMessages(language).organisers.campaign
  await page.getByRole('button', { name: moves[move].button, exact: true }).click()
  // The status line of the move before says the same: only the state tells that this one is done.
  await expect(page.getByText(states[state].name, { exact: true })).toBeVisible()
  await expect(page.getByRole('status').first()).toHaveText(said.moved)
}
