import { readWords } from '#lib/words.ts'
import { expect, test } from '../support/browser-test.ts'
import { CAMILLE, fillForm, GRACE, READERS, send } from '../support/journey.ts'

test.describe('the network goes', () => {
  test.use({ serviceWorkers: 'allow' })

  test('Grace loses the network on the train: the site says so, and brings her back', async ({
    page,
    context,
  }) => {
    const { problems } = readWords('en')
    await page.goto('/en')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await page.goto('/en/signatories')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(problems.offline.title)
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', /auto|smooth/)
    await context.setOffline(false)
    await page.getByRole('link', { name: problems.retry }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      readWords('en').signatories.title,
    )
  })
})

test('Grace signs in a tunnel: what she wrote is still there when the network is back', async ({
  page,
  context,
}) => {
  const { form } = readWords('en')
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

test.describe('the site was updated', () => {
  test.use({ expectedComplaint: /Failed to find Server Action/ })

  test('Camille signs on a page that an update has outdated: she is told, and loses nothing', async ({
    page,
  }) => {
    const { form } = readWords('fr')
    await page.goto('/fr#sign')
    await fillForm(page, CAMILLE)
    await page.route('/fr', async route => {
      const headers = { ...route.request().headers(), 'next-action': `60${'0'.repeat(40)}` }
      const answer = await route.fetch({ headers })
      expect(answer.headers()['x-nextjs-action-not-found']).toBe('1')
      // The watch of all tests takes an answer of 404 for a fault of the site.
      await route.fulfill({ response: answer, status: 200 })
    })
    await send(page, 'fr')
    const summary = page.getByRole('alert').filter({ hasText: form.summary })
    await expect(summary).toContainText(form.formErrors.unreachable)
    await expect(page.getByRole('textbox', { name: form.name.label })).toHaveValue(CAMILLE.name)
  })
})

for (const { language, javaScriptEnabled } of READERS) {
  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('the page that stands for a failed one asks for that page again', async ({ page }) => {
      const { problems } = readWords(language)
      await page.goto(`/${language}/stopped?again`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(problems.error.title)
      await page.getByRole('link', { name: problems.retry }).click()
      await expect(page).toHaveURL(`/${language}/stopped?again`)
    })
  })
}
