import { readFileSync } from 'node:fs'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, GRACE, linkIn, mailTo, sign, statusOf } from '../support/pages/journey.ts'
import {
  askForLink,
  closeOwnSignature,
  confirm,
  magicLinkIn,
  openOwnSignature,
  pressOpen,
  signAndConfirm,
} from '../support/pages/self-service.ts'

const STORIES = [
  { signer: CAMILLE, javaScriptEnabled: true },
  { signer: CAMILLE, javaScriptEnabled: false },
  { signer: GRACE, javaScriptEnabled: true },
  { signer: GRACE, javaScriptEnabled: false },
]

for (const { signer, javaScriptEnabled } of STORIES) {
  const { name, email, language } = signer
  const {
    selfService,
    form,
    letter,
    mail,
    signatories,
    tally,
    confirm: confirmWords,
  } = readMessages(language)
  const place = `/${language}/my-signature`

  test.describe(`${name}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('opens her signature, corrects, hides and withdraws it, and signs again', async ({
      page,
      site,
    }) => {
      await sign(page, signer)
      await page.getByRole('link', { name: readMessages(language).site.mySignature }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(selfService.title)
      const confirmLink = linkIn(await mailTo(site, email))
      await confirm(page, language, confirmLink)

      const saidToStranger = await askForLink(page, { email: 'nobody@example.org', language })
      expect(await askForLink(page, signer)).toBe(saidToStranger)
      const link = magicLinkIn(await mailTo(site, email, 2))
      await page.request.head(link)
      await page.goto(link)
      await page.goto(link)
      await pressOpen(page, language)
      await expect(page).toHaveURL(place)
      const nameField = page.getByRole('textbox', { name: form.name.label })
      const isShown = page.getByRole('checkbox', { name: form.public.label })
      const save = page.getByRole('button', { name: selfService.save, exact: true })
      await expect(nameField).toHaveValue(name)
      await expect(isShown).not.toBeChecked()
      await page.goto(link)
      await pressOpen(page, language)
      await expect(page).toHaveURL(`${place}/not-valid`)

      const corrected = `${name}-Martin`
      await page.goto(place)
      await nameField.fill(' ')
      await save.click()
      await expect(page.getByRole('alert').filter({ hasText: form.summary })).toBeVisible()
      await nameField.fill(corrected)
      await isShown.check()
      await save.click()
      await expect(page.getByRole('status')).toContainText(selfService.saved)
      await expect(nameField).toHaveValue(corrected)
      const newest = page.getByRole('region', { name: letter.newest })
      const list = page.getByRole('list', { name: signatories.list })
      await page.goto(`/${language}/signatories`)
      await expect(list).toContainText(corrected)
      await page.goto(`/${language}`)
      await expect(newest).toContainText(corrected)

      await page.goto(place)
      await isShown.uncheck()
      await save.click()
      await expect(page.getByRole('status')).toContainText(selfService.saved)
      await page.goto(`/${language}/signatories`)
      await expect(page.getByRole('main')).toContainText(signatories.emptyList)
      await page.goto(`/${language}`)
      await expect(newest).toContainText(letter.newestEmpty)
      await expect(page.getByRole('status').first()).toContainText(`1 ${tally.signatures.one}`)

      await page.goto(place)
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: selfService.data.button }).click()
      const file = await downloading
      expect(file.suggestedFilename()).toBe('my-signature.json')
      expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
        signature: { name: corrected, email, status: 'confirmed', isPublic: false },
      })

      await page.getByRole('button', { name: selfService.withdraw.button }).click()
      await expect(page).toHaveURL(place)
      expect(await statusOf(site, email)).toBe('confirmed')
      await page.getByRole('checkbox', { name: selfService.withdraw.sure }).check()
      await page.getByRole('button', { name: selfService.withdraw.button }).click()
      await expect(page).toHaveURL(`${place}/withdrawn`)
      expect(await site.database.signatureOf(email)).toBeUndefined()
      const { text } = await mailTo(site, email, 3)
      expect(text.replace(/\s+/g, ' ')).toContain(mail.withdrawn.notYou.replace(/\s+/g, ' '))
      expect(await page.context().cookies()).toEqual([])
      expect((await page.request.get(`${place}/data`)).status()).toBe(401)
      await page.goto(`/${language}`)
      await expect(page.getByRole('main')).toContainText(tally.none)
      await page.goto(confirmLink)
      await expect(page).toHaveURL(`/${language}/confirm/withdrawn`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(confirmWords.withdrawn.title)

      await sign(page, signer)
      await confirm(page, language, linkIn(await mailTo(site, email, 4)))
      expect(await statusOf(site, email)).toBe('confirmed')
    })
  })
}

test('Camille closes her signature again in a browser that others use', async ({ page, site }) => {
  await signAndConfirm(page, site, CAMILLE)
  await openOwnSignature(page, site, CAMILLE, 1)
  await closeOwnSignature(page, 'fr')
  expect((await page.request.get('/fr/my-signature/data')).status()).toBe(401)
})
