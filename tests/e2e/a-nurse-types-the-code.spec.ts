import type { Page } from '@playwright/test'
import { CODE_LIFETIME_MINUTES, CODE_TRIES } from '#lib/signatures/confirmation-link.ts'
import { readMessages, translator } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import {
  CAMILLE,
  LANGUAGES,
  type Language,
  linkIn,
  mailTo,
  sign,
  statusOf,
} from '../support/pages/journey.ts'
import { codeIn } from '../support/pages/self-service.ts'

for (const language of LANGUAGES) {
  const { code: words } = readMessages(language).checkMail
  const wrong = translator(language)('checkMail.code.wrong', {
    minutes: CODE_LIFETIME_MINUTES,
    tries: CODE_TRIES,
  })

  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })

      test('her hospital’s gateway breaks the link; the code of the mail confirms', async ({
        page,
        site,
      }) => {
        await sign(page, { ...CAMILLE, language })
        const form = page.url()
        const mail = await mailTo(site, CAMILLE.email)
        await page.goto(linkIn(mail).slice(0, -8))
        await expect(page).toHaveURL(`/${language}/confirm/not-valid`)
        await expect(page.getByRole('textbox', { name: words.code })).toBeVisible()

        await page.goto(form)
        await type(page, language, CAMILLE.email, otherThan(codeIn(mail)))
        const code = page.getByRole('textbox', { name: words.code })
        await expect(code).toHaveAccessibleDescription(wrong)
        await expect(code).toHaveAttribute('aria-invalid', 'true')
        if (javaScriptEnabled) await expect(code).toBeFocused()
        const email = page.getByRole('textbox', { name: words.email })
        await expect(email).toHaveValue(CAMILLE.email)
        expect(await statusOf(site, CAMILLE.email)).toBe('pending')

        await code.fill(codeIn(mail))
        await page.getByRole('button', { name: words.button }).click()
        await expect(page.getByRole('main')).toContainText(CAMILLE.name)
        expect(await statusOf(site, CAMILLE.email)).toBe('pending')
        await page.getByRole('button', { name: readMessages(language).confirm.button }).click()
        await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
        expect(await statusOf(site, CAMILLE.email)).toBe('confirmed')
      })
    })
  }

  test(`${language}: after five tries the right code is no better than a wrong one`, async ({
    page,
    site,
  }) => {
    await sign(page, { ...CAMILLE, language })
    const mail = await mailTo(site, CAMILLE.email)
    await page.goto(`/${language}/confirm`)
    const code = page.getByRole('textbox', { name: words.code })
    for (let attempt = 0; attempt < CODE_TRIES; attempt += 1) {
      await type(page, language, CAMILLE.email, otherThan(codeIn(mail)))
      await expect(code).toHaveAccessibleDescription(wrong)
      await page.reload()
    }
    await type(page, language, CAMILLE.email, codeIn(mail))
    await expect(code).toHaveAccessibleDescription(wrong)
    expect(await statusOf(site, CAMILLE.email)).toBe('pending')
  })
}

async function type(page: Page, language: Language, email: string, code: string) {
  const { code: words } = readMessages(language).checkMail
  await page.getByRole('textbox', { name: words.email }).fill(email)
  await page.getByRole('textbox', { name: words.code }).fill(code)
  await page.getByRole('button', { name: words.button }).click()
}

function otherThan(code: string) {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}
