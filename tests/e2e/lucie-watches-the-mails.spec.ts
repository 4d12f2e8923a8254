import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import type { SiteDatabase } from '../support/database/browser-database.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { mailTo } from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { aPendingSignature, aSignature } from '../support/people/factories/signature.ts'

const { organisers } = readMessages('fr')
const words = organisers.mail

test.use({ cookiesLeft: ['organiser'] })

test('Lucie sees that a hospital’s confirmations stopped, and sends again what failed', async ({
  page,
  site,
}) => {
  const signature = aSignature({ email: 'amina@hospital.example', status: 'held' })
  await site.database.insert([signature])
  await site.database.run(
    `INSERT INTO mail (id, kind, status, last_error, signature_id)
     VALUES ('01890a5d-ac96-774b-bcce-b302099a8057', 'held', 'failed', 'smtp_550', $1::uuid)`,
    signature.id,
  )
  await askWhoDoesNotConfirm(site.database, 30)
  await enterConsole(page, site, 'fr')
  await page.goto('/fr/organisers')
  const notices = page.getByRole('region', { name: words.notices.heading })
  await expect(notices).toContainText('Un e-mail n’a pas pu partir.')
  await notices.getByRole('link', { name: words.notices.link }).click()
  await expect(notices).toBeVisible()
  await expect(page.getByRole('region', { name: words.silent.heading })).toContainText(
    'hospital.example',
  )
  await expect(page.getByRole('main')).toContainText(words.failed.reasons.smtp_refused)
  await expectNoBarriers(page)
  await page.getByRole('button', { name: words.failed.again }).click()
  await expect(page.getByRole('status')).toHaveText(words.outcomes.again)
  await expect(page.getByRole('main')).toContainText(words.failed.none)
  await expect(notices).toHaveCount(0)
  await mailTo(site, 'amina@hospital.example')
})

/**
 * People of a hospital were asked today, and none confirmed; five and six days ago two thirds did.
 * The site counts the last four days again whenever it likes, so today's row says what it would count.
 */
async function askWhoDoesNotConfirm(database: SiteDatabase, people: number) {
  const asked = Array.from({ length: people }, (_, person) =>
    aPendingSignature({ email: `nurse${person}@hospital.example`, submittedAt: new Date() }),
  )
  await database.insert(asked)
  await database.run(
    `INSERT INTO mail (id, kind, status, sent_at, signature_id)
     SELECT uuidv7(), 'confirm', 'sent', now(), id FROM unnest($1::uuid[]) AS asked(id)`,
    asked.map(({ id }) => id),
  )
  await database.run(
    `WITH alone AS (SELECT pg_advisory_xact_lock(hashtext('mail-days')))
     INSERT INTO mail_daily_stats (day, domain, written, sent, delivered, bounced, complained, asked, confirmed)
     SELECT (now() AT TIME ZONE 'UTC')::date - ago, 'hospital.example', $1, $1, 0, 0, 0, $1,
       CASE ago WHEN 0 THEN 0 ELSE $1 * 2 / 3 END
     FROM alone, unnest(ARRAY[0, 5, 6]) AS ago
     ON CONFLICT DO NOTHING`,
    people,
  )
}
