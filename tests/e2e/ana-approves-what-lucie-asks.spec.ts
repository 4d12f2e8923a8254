import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { signInByRows } from '../support/people/organiser-session.ts'

const LUCIE = 'lucie@example.org'

const { approvals, exports, signatures } = readMessages('fr').organisers

test.use({ cookiesLeft: ['organiser'] })

test('Ana reads what exactly is asked before she approves', async ({ page, site }) => {
  await site.database.run(
    `INSERT INTO campaign_setting (key, value) VALUES ('exportNeedsApproval', 'true')`,
  )
  const lucie = await signInByRows(site.database.run, { role: 'exporter', email: LUCIE })
  await page.context().addCookies([{ name: 'organiser', value: lucie, url: site.url }])
  await page.goto('/fr/organisers/exports?country=BE&status=confirmed&q=roux')
  await page.getByLabel(exports.columns.all).check()
  await page.getByLabel(exports.reason.label).fill('Pour le greffe du Sénat.')
  await page.getByRole('button', { name: exports.button }).click()
  await expect(page.getByText(exports.outcomes['needs-approval'])).toBeVisible()

  await enterConsole(page, site, 'fr')
  await page.goto('/fr/organisers/approvals')
  const asked = page.getByRole('main').getByRole('listitem')
  await expect(asked.getByText(exports.columns.all)).toBeVisible()
  await expect(asked.getByText(`${signatures.filters.country} – Belgique`)).toBeVisible()
  await expect(asked.getByText(`${signatures.filters.search} – roux`)).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: new RegExp(`^${approvals.approve}`) }).click()
  await expect(page.getByText(approvals.outcomes.approved)).toBeVisible()
  await expect(asked).toHaveCount(0)
})
