import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import {
  CAMILLE,
  DESKTOP,
  fillForm,
  GRACE,
  linkIn,
  mailTo,
  PHONE,
  send,
  statusOf,
} from '../support/pages/journey.ts'

const PAGE_IS_NEW_WITHIN_MS = 30_000

const STORIES = [
  { signer: CAMILLE, javaScriptEnabled: true, viewport: DESKTOP },
  { signer: CAMILLE, javaScriptEnabled: false, viewport: PHONE },
  { signer: GRACE, javaScriptEnabled: true, viewport: PHONE },
  { signer: GRACE, javaScriptEnabled: false, viewport: DESKTOP },
]

for (const { signer, ...browser } of STORIES) {
  const { name, email, language } = signer
  const words = readMessages(language)
  const letter = readLetter(language)

  test.describe(`${name}, ${browser.javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use(browser)

    test('reads, signs, confirms, is thanked and counted', async ({
      page,
      context,
      request,
      site,
    }) => {
      await page.goto(`/${language}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(letter.title)

      await page
        .getByRole('heading', { name: words.letter.firstSignatories })
        .scrollIntoViewIfNeeded()
      await page.getByRole('link', { name: words.site.sign, exact: true }).click()
      await expect(page.getByRole('heading', { name: words.form.heading })).toBeInViewport()
      await fillForm(page, signer)
      await page.getByRole('checkbox', { name: words.form.public.label }).check()
      await send(page, language)
      await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.checkMail.title)

      const link = linkIn(await mailTo(site, email))
      await page.goto(link)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.confirm.title)
      await expect(page.getByRole('main')).toContainText(name)
      const sameLink = await context.newPage()
      await sameLink.goto(link)
      expect(await statusOf(site, email)).toBe('pending')

      await page.getByRole('button', { name: words.confirm.button }).click()
      await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        words.confirm.confirmed.title,
      )
      await expect(page.getByRole('status').first()).toContainText(
        `1 ${words.tally.signatures.one}`,
      )
      await expect(page.getByRole('link', { name: `${site.url}/${language}` })).toBeVisible()
      await expect(page.getByRole('link', { name: words.share.mail })).toBeVisible()
      expect(await statusOf(site, email)).toBe('confirmed')

      await sameLink.getByRole('button', { name: words.confirm.button }).click()
      await expect(sameLink).toHaveURL(`/${language}/confirm/already-confirmed`)
      await expect(sameLink.getByRole('heading', { level: 1 })).toHaveText(
        words.confirm.already.title,
      )
      await expect(sameLink.getByRole('main')).not.toContainText(name)

      await page.goto(`/${language}/signatories`)
      await expect(page.getByRole('list', { name: words.signatories.list })).toContainText(name)
      const newLetter = async () => (await request.get(`/${language}`)).text()
      await expect.poll(newLetter, { timeout: PAGE_IS_NEW_WITHIN_MS }).toContain(name)
      await page.goto(`/${language}`)
      await expect(page.getByRole('region', { name: words.letter.newest })).toContainText(name)
      await expect(page.getByRole('status').first()).toContainText('1')
    })
  })
}

test('Camille’s mail is in French, as a page and as plain text, and knows only her name', async ({
  page,
  site,
}) => {
  await page.goto('/fr')
  await fillForm(page, CAMILLE)
  await page.getByText('En dire plus sur moi').click()
  await page.getByLabel('Pourquoi vous signez').fill('Parce que l’hôpital soigne.')
  await send(page, 'fr')

  const mail = await mailTo(site, CAMILLE.email)
  expect(mail.to).toBe('camille.roux@example.org')
  expect(mail.subject).toBe(
    'Confirmez votre signature\u00a0: Mettez fin aux cyberattaques contre les soins de santé',
  )
  expect(mail.html).toMatch(/<html[^>]* lang="fr"/)
  for (const text of [mail.html, mail.text]) {
    expect(text).toContain('Bonjour Camille Roux,')
    expect(text).toContain('Voir et confirmer ma signature')
    expect(text).toContain(linkIn(mail))
    expect(text).not.toContain('Parce que')
  }
  expect(new URL(linkIn(mail)).origin).toBe(site.url)
  expect(linkIn(mail)).toMatch(/\/fr\/confirm\?token=[\w-]{43}$/)
})

test('Grace’s mail is in English', async ({ page, site }) => {
  await page.goto('/en')
  await fillForm(page, GRACE)
  await send(page, 'en')
  const mail = await mailTo(site, GRACE.email)
  expect(mail.subject).toBe(`Confirm your signature: ${readLetter('en').title}`)
  expect(mail.html).toMatch(/<html[^>]* lang="en"/)
  expect(mail.text).toContain('Hello Grace O’Hara,')
  expect(linkIn(mail)).toContain(`${site.url}/en/confirm?token=`)
})
