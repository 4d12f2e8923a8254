import { readMessages } from '#lib/text/messages.ts'
import { monthsAfter } from '#lib/time/months-after.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { statusOf } from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { signAndConfirm } from '../support/pages/self-service.ts'
import { aSignature } from '../support/people/factories/signature.ts'

/** French without a script, English with: what is told is the same. */
const LEAS = [
  { language: 'fr', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const

test.use({ cookiesLeft: ['organiser'] })

for (const { language, javaScriptEnabled } of LEAS) {
  const { campaign, signatures } = readMessages(language).organisers
  const { rules: words } = signatures

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Léa blocks a domain: a mistake refuses all of it, and a robot is held without a word', async ({
      page,
      site,
      browser,
    }) => {
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/signatures/rules`)
      await expect(page.getByText(words.none)).toBeVisible()
      const list = page.getByRole('textbox', { name: words.list })
      const reason = page.getByRole('textbox', { name: words.reason })
      const add = page.getByRole('button', { name: words.button, exact: true })
      await list.fill('farm.example\nnot a domain')
      await reason.fill('A farm')
      await add.click()
      const refusal = page.getByRole('alert').filter({ hasText: words.refused })
      await expect(refusal).toContainText(words.faults.unreadable.replace('{line}', '2'))
      await expect(list).toHaveValue('farm.example\nnot a domain')
      if (javaScriptEnabled) await expectNoBarriers(page)
      await list.fill('farm.example')
      await add.click()
      await expect(page.getByRole('status')).toHaveText(words.outcomes.added)
      const row = page.getByRole('row').filter({ hasText: 'farm.example' })
      await expect(row).toContainText(words.effects.block)

      const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled })
      const robot = { name: 'Robot Un', email: 'robot@farm.example', language }
      await signAndConfirm(await context.newPage(), site, robot)
      await context.close()
      expect(await statusOf(site, robot.email)).toBe('held')

      await row.getByRole('button', { name: words.end }).click()
      await expect(page.getByRole('status')).toHaveText(words.outcomes.ended)
      await expect(page.getByText(words.none)).toBeVisible()
    })

    test('Lucie is told when addresses are erased, and postpones it once', async ({
      page,
      site,
    }) => {
      const { button } = campaign.erasure
      const postpone = button.replace('{months}', '6')
      await site.database.insert([aSignature({ confirmedAt: aForgottenDay() })])
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/campaign`)
      await expect(page.getByText(campaign.erasure.because.quiet)).toBeVisible()
      await page.getByRole('button', { name: postpone }).click()
      await expect(page.getByRole('status')).toHaveText(campaign.outcomes.postponed)
      await expect(page.getByRole('button', { name: postpone })).toHaveCount(0)
    })
  })
}

/** So long ago that the addresses of a letter which nobody signed since are erased within a month. */
function aForgottenDay() {
  return monthsAfter(new Date(Date.now() + 10 * DAY_MS), -24)
}
