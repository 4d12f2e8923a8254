import { readWords } from '#lib/words.ts'
import { expectNoBarriers } from '../support/accessibility.ts'
import { expect, test } from '../support/browser-test.ts'
import { enterOrganisersRoom } from '../support/journey-organisers.ts'

const { approvals, exports, signatures } = readWords('fr').organisers

test.use({ cookiesLeft: ['organiser'] })

test('Ana reads what exactly is asked before she approves', async ({ page, site }) => {
  const subject = { columns: 'all', filters: { country: 'BE', status: 'confirmed', q: 'roux' } }
  await site.database.run(
    `INSERT INTO approval (id, kind, subject, reason, "askedById", "expiresAt")
     VALUES ('01890a5d-ac96-774b-bcce-b302099a8057', 'export-all', $1, 'Pour le Sénat.',
       '01890a5d-ac96-774b-bcce-b302099a8058', now() + interval '1 hour')`,
    JSON.stringify(subject),
  )
  await enterOrganisersRoom(page, site, 'fr')
  await page.goto('/fr/organisers/approvals')
  const asked = page.getByRole('main').getByRole('listitem')
  await expect(asked.getByText(exports.columns.all)).toBeVisible()
  await expect(asked.getByText(`${signatures.filters.country} – Belgique`)).toBeVisible()
  await expect(asked.getByText(`${signatures.filters.search} – roux`)).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: new RegExp(`^${approvals.approve}`) }).click()
  await expect(asked).toHaveCount(0)
})
