import { expect, test } from '../support/pages/browser-test.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const REFRESHED_WITHIN_MS = 30_000

test('a reader who stays sees the number grow', async ({ page, request, site }) => {
  await site.database.insert([aSignature()])
  await page.clock.install()
  await page.goto('/en/confirm/confirmed')
  const tally = page.getByRole('status').first()
  await expect(tally).toContainText('1 signature')

  await site.database.insert([aSignature(), aSignature({ country: 'BE' })])
  await expect
    .poll(async () => (await (await request.get('/api/tally')).json()).signatures, {
      timeout: REFRESHED_WITHIN_MS,
    })
    .toBe(3)
  await expect(tally).toContainText('1 signature')
  await page.clock.runFor(REFRESHED_WITHIN_MS)
  await expect(tally).toContainText('3 signatures')
  await expect(tally).toContainText('3 people, 2 countries')
})
