import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { fillForm, GRACE, READERS, send } from '../support/pages/journey.ts'

test.describe('the network goes', () => {
  test.use({ serviceWorkers: 'allow' })

  test('Grace loses the network on the train: the site says so, and brings her back', async ({
    page,
    context,
  }) => {
    const { problems } = readMessages('en')
    await page.goto('/en')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await page.goto('/en/signatories')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(problems.offline.title)
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', /auto|smooth/)
    await context.setOffline(false)
    await page.getByRole('link', { name: problems.retry }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      readMessages('en').signatories.title,
    )
  })
})

test('Grace signs in a tunnel: what she wrote is still there when the network is back', async ({
  page,
  context,
}) => {
  const { form } = readMessages('en')
  await page.goto('/en#sign')
  await fillForm(page, GRACE)
  await context.setOffline(true)
  await send(page, 'en')
  const summary = page.getByRole('alert').filter({ hasText: form.summary })
  await expect(summary).toContainText(form.formErrors.unreachable)
  await expect(summary).toBeFocused()
  await context.setOffline(false)
  await send(page, 'en')
  await expect(page).toHaveURL('/en/sign/check-your-mail')
})

for (const { language, javaScriptEnabled } of READERS) {
  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('the page that stands for a failed one asks for that page again', async ({ page }) => {
      const { problems } = readMessages(language)
      await page.goto(`/${language}/stopped?again`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(problems.error.title)
      await page.getByRole('link', { name: problems.retry }).click()
      await expect(page).toHaveURL(`/${language}/stopped?again`)
    })
  })
}
