import sharp from 'sharp'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { READERS } from '../support/pages/journey.ts'
import { closeOwnSignature, openOwnSignature } from '../support/pages/self-service.ts'
import { anOrganisationSignature } from '../support/people/factories/signature.ts'

const EMAIL = 'amina@hopital.example'
const LOGO = await sharp({
  create: { width: 600, height: 300, channels: 3, background: '#00529b' },
})
  .png()
  .toBuffer()

for (const { language, javaScriptEnabled } of READERS) {
  const { selfService, letter } = readMessages(language)

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Amina gives her hospital’s logo, and takes it away', async ({ page, site }) => {
      await site.database.insert([
        anOrganisationSignature({
          email: EMAIL,
          website: 'https://hopital.example/',
          locale: language,
        }),
      ])
      await openOwnSignature(page, site, { email: EMAIL, language })
      const give = async (name: string, mimeType: string, buffer: Buffer) => {
        await page.getByLabel(selfService.logo.file).setInputFiles({ name, mimeType, buffer })
        await page.getByRole('button', { name: selfService.logo.button }).click()
      }
      await give('logo.png', 'image/png', Buffer.from('<script>no image</script>'))
      await expect(page.getByLabel(selfService.logo.file)).toHaveAccessibleDescription(
        new RegExp(selfService.logo.outcomes['not-accepted']),
      )
      await give('logo.png', 'image/png', LOGO)
      await expect(page.getByRole('status')).toContainText(selfService.logo.outcomes.saved)
      await expect(page.getByRole('img', { name: selfService.logo.current })).toBeVisible()

      await page.goto(`/${language}`)
      const organisations = page.getByRole('region', { name: letter.organisations })
      const logo = organisations.locator('img')
      await logo.scrollIntoViewIfNeeded()
      await expect
        .poll(() => logo.evaluate(image => (image as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(0)
      await expect(
        organisations.getByRole('link', { name: 'Hôpital Saint-Louis' }),
      ).toHaveAttribute('href', 'https://hopital.example/')

      await page.goto(`/${language}/my-signature`)
      await page.getByRole('button', { name: selfService.logo.remove }).click()
      await expect(page.getByRole('status')).toContainText(selfService.logo.outcomes.removed)
      await closeOwnSignature(page, language)
      await page.goto(`/${language}`)
      await expect(organisations).toContainText('Hôpital Saint-Louis')
      await expect(logo).toHaveCount(0)
    })
  })
}
