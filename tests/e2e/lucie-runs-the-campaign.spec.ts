import type { Page } from '@playwright/test'
import { readLetter } from '#lib/letter/letter.ts'
import { readWords } from '#lib/words.ts'
import { expectNoBarriers } from '../support/accessibility.ts'
import { expect, test } from '../support/browser-test.ts'
import { fillForm, GRACE, linkIn, mailTo, send, sign } from '../support/journey.ts'
import { enterOrganisersRoom } from '../support/journey-organisers.ts'
import { confirm } from '../support/journey-own.ts'

const { form, organisers, soon, tally } = readWords('en')
const { title } = readLetter('en')
const words = organisers.campaign

test.use({ cookiesLeft: ['organiser', 'preview'] })

test('Lucie pauses and resumes: who is writing is told so, and loses nothing', async ({
  page,
  site,
  browser,
}) => {
  const reader = await (await browser.newContext({ baseURL: site.url })).newPage()
  await sign(reader, { ...GRACE, email: 'early@example.org' })
  await reader.goto('/en#sign')
  await fillForm(reader, GRACE)

  await enterOrganisersRoom(page, site, 'en')
  await page.goto('/en/organisers/campaign')
  await expect(page.getByText(words.states.open.name, { exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: 'English' }).fill('We count, and are back on Monday.')
  await page.getByRole('button', { name: words.notes.button }).click()
  await expect(page.getByRole('status')).toHaveText(words.said.written)
  await press(page, 'pause', 'paused')
  await expectNoBarriers(page)

  await send(reader, 'en')
  await expect(reader.getByRole('alert').filter({ hasText: form.summary })).toContainText(
    form.formErrors.paused,
  )
  await expect(reader.getByRole('textbox', { name: form.name.label })).toHaveValue(GRACE.name)
  await reader.goto('/en')
  await expect(reader.locator('#sign')).toContainText('We count, and are back on Monday.')
  await confirm(reader, 'en', linkIn(await mailTo(site, 'early@example.org')))
  await expect(reader.getByRole('status').first()).toContainText(`1 ${tally.individuals.one}`)

  await press(page, 'resume', 'open')
  await sign(reader, GRACE)
  await reader.context().close()
})

test('updates go out as fast as Lucie says, within what may be said', async ({ page, site }) => {
  await enterOrganisersRoom(page, site, 'en')
  await page.goto('/en/organisers/campaign')
  const pace = page.getByLabel(words.rules.updateMailsPerHour)
  await pace.fill('12')
  await page.getByRole('button', { name: words.rules.button }).click()
  await expect(pace).toHaveAccessibleDescription(/from 60 to 360,000/)
  await expect(pace).toHaveValue('12')
  await pace.fill('1200')
  await page.getByRole('button', { name: words.rules.button }).click()
  await expect(page.getByRole('status')).toHaveText(words.said.saved)
  await expect(pace).toHaveValue('1200')
})

test('a preview is for who has the link; a date is refused in words, and it opens by hand', async ({
  page,
  site,
  browser,
}) => {
  await enterOrganisersRoom(page, site, 'en')
  await page.goto('/en/organisers/campaign')
  await press(page, 'conceal', 'preview')
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

  await press(page, 'open', 'open')
  await stranger.goto('/en')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title)
  await stranger.context().close()
})

async function press(page: Page, move: keyof typeof words.moves, state: keyof typeof words.states) {
  await page.getByRole('button', { name: words.moves[move].button, exact: true }).click()
  // The status line of the move before says the same: only the state tells that this one is done.
  await expect(page.getByText(words.states[state].name, { exact: true })).toBeVisible()
  await expect(page.getByRole('status')).toHaveText(words.said.moved)
}
