import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { fillForm, GRACE, send } from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { aCrowd } from '../support/people/factories/crowd.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const HELD = aSignature({ status: 'held', holdReasons: ['imitation'], name: 'Еmma Vidal' })

test.describe('fr', () => {
  test.use({ cookiesLeft: ['organiser'] })

  test('an owner sees the campaign in one look, as a picture and as a table', async ({
    page,
    site,
  }) => {
    await site.database.insert([...aCrowd(300, { referrerHost: 'lemonde.fr' }), HELD])
    await enterConsole(page, site, 'fr')
    await page.goto('/fr/organisers')
    const { overview: words } = readMessages('fr').organisers
    const main = page.getByRole('main')
    await expect(main.getByText('300', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('img', { name: words.byDay })).toBeVisible()
    await page.getByText(words.table, { exact: true }).first().click()
    await expect(page.getByRole('rowheader', { name: /26 mai 2026/ })).toBeVisible()
    const sites = page.getByRole('table', { name: words.shares.referrerHost })
    await expect(sites.getByRole('row', { name: /lemonde\.fr 300 100/ })).toBeVisible()
    await expectNoBarriers(page)
    await page.getByRole('link', { name: words.held.imitation }).click()
    await expect(page.getByText('Еmma Vidal').first()).toBeVisible()
  })

  test('an owner reads who did what, and that she has read it', async ({ page, site }) => {
    await enterConsole(page, site, 'fr')
    const { navigation, audit } = readMessages('fr').organisers
    await page.goto('/fr/organisers/audit')
    await page.getByRole('link', { name: navigation.audit, exact: true }).click()
    const read = page.getByRole('row').filter({ hasText: 'organiser@example.org' })
    await expect(read.filter({ hasText: audit.events['audit-log-read'] }).first()).toBeVisible()
    await read.first().getByText(audit.open).click()
    await expect(read.first().getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    await page.getByRole('combobox', { name: audit.what }).selectOption('exported')
    await page.getByRole('button', { name: audit.show }).click()
    await expect(page.getByText(audit.none)).toBeVisible()
    await page.getByRole('link', { name: audit.all }).click()
    await expectNoBarriers(page)
  })
})

test.describe('en, without JavaScript', () => {
  test.use({ javaScriptEnabled: false, cookiesLeft: ['organiser'] })

  test('a viewer sees the numbers, no way to people, and not the audit log', async ({
    page,
    site,
  }) => {
    await site.database.insert([HELD])
    await enterConsole(page, site, 'en', 'viewer')
    await page.goto('/en/organisers')
    const { overview: words } = readMessages('en').organisers
    await expect(page.getByText(words.held.imitation)).toBeVisible()
    await expect(page.getByRole('link', { name: words.held.imitation })).toHaveCount(0)
    const answer = await page.goto('/en/organisers/audit')
    expect(answer?.status()).toBe(403)
    await expect(page.getByText('organiser@example.org')).toHaveCount(0)
  })
})

test('where Grace came from is told by her browser, without the page', async ({ page, site }) => {
  await page.goto('/en?from=Poster-Leeds', { referer: 'https://www.theguardian.com/a/page?q=1' })
  await fillForm(page, GRACE)
  await expect(page.locator('input[name=cameFrom]')).toHaveValue('Poster-Leeds')
  await send(page, 'en')
  await page.waitForURL('**/check-your-mail')
  const { referrerHost, cameFrom } = (await site.database.signatureOf(GRACE.email)) ?? {}
  expect({ referrerHost, cameFrom }).toEqual({
    referrerHost: 'theguardian.com',
    cameFrom: 'poster-leeds',
  })
})
