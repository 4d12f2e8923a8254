import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, LANGUAGES, linkIn, mailTo, sign, statusOf } from '../support/pages/journey.ts'

test('a scanner opens the link in every way, scripts and all: still pending', async ({
  page,
  request,
  site,
}) => {
  await sign(page, CAMILLE)
  const link = linkIn(await mailTo(site, CAMILLE.email))
  expect((await request.head(link)).status()).toBe(200)
  expect((await request.get(link, { headers: { Purpose: 'prefetch' } })).status()).toBe(200)
  expect((await request.get(link, { headers: { RSC: '1' } })).ok()).toBe(true)
  for (const waitUntil of ['commit', 'networkidle'] as const) {
    await page.goto(link, { waitUntil })
  }
  expect(await statusOf(site, CAMILLE.email)).toBe('pending')
  await expect(page.getByRole('button', { name: 'Je confirme ma signature' })).toBeVisible()
})

for (const language of LANGUAGES) {
  const { confirm } = readMessages(language)

  test(`${language}: expired, altered, cut or made up, a link leads to one neutral page`, async ({
    page,
    site,
  }) => {
    await sign(page, { ...CAMILLE, language })
    const link = linkIn(await mailTo(site, CAMILLE.email))
    const altered = link.replace(/token=./, start => (start.endsWith('A') ? 'token=B' : 'token=A'))
    const neutral = `/${language}/confirm/not-valid`
    const seen = new Set<string | null>()
    for (const wrong of [altered, link.slice(0, -5), `${link}${'x'.repeat(2_000)}`, neutral]) {
      await page.goto(wrong)
      await expect(page).toHaveURL(neutral)
      seen.add(await page.getByRole('main').textContent())
    }
    await site.database.run(`UPDATE confirmation_link SET expires_at = now() - interval '1 second'`)
    await page.goto(link)
    await expect(page).toHaveURL(neutral)
    seen.add(await page.getByRole('main').textContent())
    expect(seen.size).toBe(1)

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(confirm.notValid.title)
    await page.getByRole('link', { name: confirm.notValid.action }).click()
    await expect(page).toHaveURL(`/${language}#sign`)
    expect(await statusOf(site, CAMILLE.email)).toBe('pending')
  })

  test(`${language}: a link that expires while its page is open confirms nothing`, async ({
    page,
    site,
  }) => {
    await sign(page, { ...CAMILLE, language })
    await page.goto(linkIn(await mailTo(site, CAMILLE.email)))
    await site.database.run(`UPDATE confirmation_link SET expires_at = now() - interval '1 second'`)
    await page.getByRole('button', { name: confirm.button }).click()
    await expect(page).toHaveURL(`/${language}/confirm/not-valid`)
    expect(await statusOf(site, CAMILLE.email)).toBe('pending')
  })
}
