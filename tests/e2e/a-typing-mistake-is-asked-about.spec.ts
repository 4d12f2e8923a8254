import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { fillForm, READERS, send, statusOf } from '../support/pages/journey.ts'

const TYPED = 'camille@gmial.com'
const MEANT = 'camille@gmail.com'

for (const { language, javaScriptEnabled } of READERS) {
  const { checkMail, form } = readMessages(language)
  const asked = form.email.didYouMean.replace('{address}', MEANT)
  const askedAfter = checkMail.didYouMean
    .replace('{typed}', 'gmial.com')
    .replace('{meant}', 'gmail.com')

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Camille types gmial.com: she is asked, and refused nothing', async ({ page, site }) => {
      const signer = { name: 'Camille Roux', email: TYPED, language }
      await page.goto(`/${language}#sign`)
      const email = page.getByRole('textbox', { name: form.email.label })
      await fillForm(page, { ...signer, name: '' })
      if (!javaScriptEnabled) await send(page, language)
      await expect(page.getByText(asked)).toBeVisible()
      await expect(email).toHaveValue(TYPED)
      if (javaScriptEnabled) await expectNoBarriers(page)

      await page.getByRole('textbox', { name: form.name.label }).fill(signer.name)
      await send(page, language)
      await expect(page).toHaveURL(`/${language}/sign/check-your-mail/gmial.com`)
      await expect(page.getByText(askedAfter)).toBeVisible()
      await expect(page.getByRole('link', { name: checkMail.change })).toHaveAttribute(
        'href',
        `/${language}#sign`,
      )
      expect(await statusOf(site, TYPED)).toBe('pending')
    })

    test('nobody is asked about an address in which nothing looks mistaken', async ({ page }) => {
      await page.goto(`/${language}/sign/check-your-mail/hospital.example`)
      await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)
    })
  })
}

test('with a script one press mends the address', async ({ page }) => {
  const { form } = readMessages('en')
  await page.goto('/en#sign')
  const email = page.getByRole('textbox', { name: form.email.label })
  await email.fill(TYPED)
  await email.blur()
  await page.getByRole('button', { name: form.email.change }).click()
  await expect(email).toHaveValue(MEANT)
  await expect(page.getByText(form.email.didYouMean.replace('{address}', MEANT))).toBeHidden()
})
