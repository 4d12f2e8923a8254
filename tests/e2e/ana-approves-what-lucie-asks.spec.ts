import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { aSignature } from '../support/people/factories/signature.ts'
import { signInByRows } from '../support/people/organiser-session.ts'

const LUCIE = 'lucie@example.org'

const ROUX = aSignature({
  name: 'Camille Roux',
  email: 'camille.roux@example.org',
  country: 'BE',
})

const { approvals, exports, overview, signatures } = readMessages('fr').organisers

test.use({ cookiesLeft: ['organiser'] })

test('Ana reads what exactly is asked before she approves', async ({ page, site }) => {
  await site.database.run(
    `INSERT INTO campaign_setting (key, value) VALUES ('exportNeedsApproval', 'true')`,
  )
  await site.database.insert([ROUX])
  const lucie = await signInByRows(site.database.run, { role: 'exporter', email: LUCIE })
  await page.context().addCookies([{ name: 'organiser', value: lucie, url: site.url }])
  await page.goto('/fr/organisers/exports?country=BE&status=confirmed&q=roux')
  await page.getByLabel(exports.columns.all).check()
  await page.getByLabel(exports.reason.label, { exact: true }).fill('Pour le greffe du Sénat.')
  await page.getByRole('button', { name: exports.button }).click()
  await expect(page.getByText(exports.outcomes['needs-approval'])).toBeVisible()

  await enterConsole(page, site, 'fr')
  await page.goto('/fr/organisers/approvals')
  const asked = page.getByRole('main').getByRole('listitem')
  await expect(asked.getByText(exports.columns.all)).toBeVisible()
  await expect(asked.getByText(`${signatures.filters.country} – Belgique`)).toBeVisible()
  await expect(asked.getByText(`${signatures.filters.search} – roux`)).toBeVisible()
  await expectNoBarriers(page)
  await asked.getByRole('link', { name: new RegExp(`^${approvals.read}`) }).click()
  await expect(page.getByRole('heading', { name: approvals.preview.heading })).toBeVisible()
  await expect(page.getByRole('table')).toContainText(ROUX.email)
  await expectNoBarriers(page)
  await page.getByRole('button', { name: approvals.refuse }).click()
  await expect(page.getByRole('status')).toHaveText(approvals.outcomes['answer-missing'])
  await page.getByLabel(approvals.answer.label).fill('Pour le greffe seulement.')
  await page.getByRole('button', { name: approvals.approve }).click()
  await expect(page.getByText(approvals.outcomes.approved)).toBeVisible()
  await expect(asked).toHaveCount(0)

  await page.context().addCookies([{ name: 'organiser', value: lucie, url: site.url }])
  await page.goto('/fr/organisers')
  await page.getByRole('link', { name: overview.approvalsToUse }).click()
  await page.getByRole('link', { name: new RegExp(`^${approvals.goOn}`) }).click()
  await expect(page.getByText('Pour le greffe seulement.')).toBeVisible()
  await page.getByRole('link', { name: approvals.goOn }).click()
  await expect(page.getByLabel(exports.columns.all)).toBeChecked()
  await expect(page.getByLabel(exports.reason.label, { exact: true })).toHaveValue(
    'Pour le greffe du Sénat.',
  )
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: exports.button }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/-confirmed-all-be-filtered\.xlsx$/)
})
