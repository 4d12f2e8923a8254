import { readWords } from '#lib/words.ts'
import { expect, test } from '../support/browser-test.ts'
import { READERS } from '../support/journey.ts'

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
