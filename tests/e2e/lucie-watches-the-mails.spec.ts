import { readWords } from '#lib/words.ts'
import { expectNoBarriers } from '../support/accessibility.ts'
import { expect, test } from '../support/browser-test.ts'
import { aSignature } from '../support/factories/signature.ts'
import { mailTo } from '../support/journey.ts'
import { enterOrganisersRoom } from '../support/journey-organisers.ts'

const { organisers } = readWords('fr')
const words = organisers.mail

test.use({ cookiesLeft: ['organiser'] })

test('Lucie sees that a hospital’s confirmations stopped, and sends again what failed', async ({
  page,
  site,
}) => {
  const signature = aSignature({ email: 'amina@hospital.example', status: 'held' })
  await site.database.insert([signature])
  await site.database.run(
    `INSERT INTO mail (id, kind, status, "lastError", "signatureId")
     VALUES ('01890a5d-ac96-774b-bcce-b302099a8057', 'held', 'failed', 'smtp_550', $1::uuid)`,
    signature.id,
  )
  await site.database.run(
    `INSERT INTO mail_day (day, domain, written, sent, delivered, bounced, complained, asked, confirmed)
     SELECT current_date - ago, 'hospital.example', 40, 40, 30, 2, 0, 30, CASE ago WHEN 1 THEN 0 ELSE 20 END
     FROM unnest(ARRAY[1, 5, 6]) AS ago`,
  )
  await enterOrganisersRoom(page, site, 'fr')
  await page.goto('/fr/organisers')
  const notices = page.getByRole('region', { name: words.notices.heading })
  await expect(notices).toContainText('Un courriel n’a pas pu partir.')
  await notices.getByRole('link', { name: words.notices.link }).click()
  await expect(notices).toBeVisible()
  await expect(page.getByRole('region', { name: words.silent.heading })).toContainText(
    'hospital.example',
  )
  await expect(page.getByRole('main')).toContainText(words.failed.reasons.smtp_refused)
  await expectNoBarriers(page)
  await page.getByRole('button', { name: words.failed.again }).click()
  await expect(page.getByRole('status')).toHaveText(words.said.again)
  await expect(page.getByRole('main')).toContainText(words.failed.none)
  await expect(notices).toHaveCount(0)
  await mailTo(site, 'amina@hospital.example')
})
