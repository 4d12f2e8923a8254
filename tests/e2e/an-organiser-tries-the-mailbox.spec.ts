import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, mailTo, sign } from '../support/pages/journey.ts'

test('she signs, reads the mail in the browser and presses its button', async ({
  page,
  context,
  site,
}) => {
  await sign(page, CAMILLE)
  const { subject } = await mailTo(site, CAMILLE.email)
  await page.goto(site.mailbox)
  await page.getByRole('link', { name: subject }).first().click()
  await expect(page.getByRole('heading', { name: subject })).toBeVisible()
  await expect(page.locator('pre')).toContainText('Bonjour Camille Roux,')

  const button = page
    .frameLocator('iframe')
    .getByRole('link', { name: 'Voir et confirmer ma signature' })
  await button.click()
  await expect
    .poll(() => context.pages().map(tab => new URL(tab.url()).pathname))
    .toContain('/fr/confirm')
})
