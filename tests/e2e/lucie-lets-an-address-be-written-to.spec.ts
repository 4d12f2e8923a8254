import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES } from '../support/pages/journey.ts'
import { enterConsole, rowOf } from '../support/pages/organisers.ts'
import { aPendingSignature } from '../support/people/factories/signature.ts'

test.use({ cookiesLeft: ['organiser'] })

for (const language of LANGUAGES) {
  const { organisers } = readMessages(language)
  const words = organisers.mail.suppressed

  test(`Lucie sees whom the site does not write to, and why, and lifts a bounce (${language})`, async ({
    page,
    site,
  }) => {
    const noor = aPendingSignature({ email: `noor.${language}@hospital.example` })
    await site.database.insert([noor])
    await site.database.run('DELETE FROM suppression')
    await site.database.run(
      `INSERT INTO suppression (key_hash, reason, signature_id, signed_again_at, created_at)
       VALUES (repeat('b', 43), 'bounced', $1::uuid, now(), now())`,
      noor.id,
    )
    await site.database.run(
      `INSERT INTO suppression (key_hash, reason) VALUES (repeat('w', 43), 'unsubscribed')`,
    )
    await enterConsole(page, site, language)
    await page.goto(`/${language}/organisers/mail`)
    await page.getByRole('link', { name: words.link }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
    const bounced = rowOf(page, noor.email)
    await expect(bounced).toContainText(`${words.reasons.bounced} ${words.asked}`)
    await expect(rowOf(page, words.reasons.unsubscribed)).toContainText(words.notKept)
    await expect(rowOf(page, words.reasons.unsubscribed).getByRole('button')).toHaveCount(0)
    await expectNoBarriers(page)

    await page.getByRole('textbox', { name: words.address }).fill('nobody@hospital.example')
    await page.getByRole('button', { name: words.find.button }).click()
    await expect(page.getByRole('status')).toHaveText(words.find.none)
    await expect(page).not.toHaveURL(/nobody/)

    await bounced.getByRole('button', { name: words.lift }).click()
    await expect(page.getByRole('status').first()).toHaveText(words.outcomes.lifted)
    await expect(rowOf(page, noor.email)).toHaveCount(0)
    await page.goto(`/${language}/organisers/audit`)
    await expect(page.getByRole('main')).toContainText(
      organisers.audit.events['suppression-lifted'],
    )
  })

  test(`Lucie is told that a brake is on, looks, and takes it off (${language})`, async ({
    page,
    site,
  }) => {
    await site.database.run(
      `INSERT INTO brake (name, held_back) VALUES ('hide-reported', 7)
       ON CONFLICT (name) DO UPDATE SET held_back = 7, on_since = now()`,
    )
    await enterConsole(page, site, language)
    await page.goto(`/${language}/organisers`)
    const notice = page.getByRole('region', { name: organisers.brakes.heading })
    await expect(notice).toContainText(organisers.brakes.means['hide-reported'])
    await expect(notice).toContainText('7')
    await expect(page.getByRole('link', { name: organisers.overview.brakesOn })).toBeVisible()
    await expectNoBarriers(page)
    await notice.getByRole('button', { name: organisers.brakes.release }).click()
    await expect(notice).toHaveCount(0)
    await page.goto(`/${language}/organisers/audit`)
    await expect(page.getByRole('main')).toContainText(organisers.audit.events['brake-released'])
  })
}
