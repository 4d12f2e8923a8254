import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, fillForm, LANGUAGES, type Language, send } from '../support/pages/journey.ts'

/** Most forms that one network may send in a minute: lib/security/rate-limits.ts. */
const FORMS_IN_A_MINUTE = 60

const OVERRIDE = '\u202E'

/** What is typed, and the code that each field then has. */
const MISTAKES: { typed: Record<string, string>; codes: Record<string, string> }[] = [
  {
    typed: { name: ' \u200B ', email: '', organisation: '', role: '' },
    codes: { name: 'required', email: 'required', organisation: 'required', role: 'required' },
  },
  {
    // Only a name cannot begin so: there are organisations called =mc².
    typed: {
      name: '=1+1',
      email: 'jérôme@example.org',
      organisation: '=mc²',
      role: '-2',
      statement: '@SUM',
    },
    codes: { name: 'formula', email: 'international' },
  },
  {
    typed: {
      name: 'x.example.org',
      email: 'a@b.fr,c@d.fr',
      organisation: 'https://a.example',
      role: 'www.example.org',
      statement: 'mailto:x',
    },
    codes: { name: 'url', email: 'invalid', organisation: 'url', role: 'url', statement: 'url' },
  },
  {
    typed: {
      name: 'é'.repeat(81),
      email: `${'e'.repeat(65)}@example.org`,
      organisation: 'o'.repeat(121),
      role: 'r'.repeat(121),
      statement: 's'.repeat(281),
    },
    codes: {
      name: 'too-long',
      email: 'invalid',
      organisation: 'too-long',
      role: 'too-long',
      statement: 'too-long',
    },
  },
  {
    typed: {
      name: `Camille${OVERRIDE}xuoR`,
      email: 'jos\uFFFD@example.org',
      organisation: 'Hôpital Jos\uFFFD',
      role: `a${OVERRIDE}b`,
      statement: `a${OVERRIDE}b`,
    },
    codes: {
      name: 'characters',
      email: 'characters',
      organisation: 'characters',
      role: 'characters',
      statement: 'characters',
    },
  },
]

test.use({ javaScriptEnabled: false })

for (const language of LANGUAGES) {
  const { form } = readMessages(language)
  const sentences: Record<string, Record<string, string>> = form.errors

  for (const { typed, codes } of MISTAKES) {
    test(`${language}: ${Object.values(codes).join(', ')}`, async ({ page }) => {
      await page.goto(`/${language}`)
      await page.getByRole('radio', { name: form.kind.organisation }).check()
      for (const [field, text] of Object.entries(typed)) await control(page, field).fill(text)
      await send(page, language)

      const expected = Object.entries({ ...codes, consent: 'required' })
      for (const [field, code] of expected) {
        const sentence = sentences[field]?.[code] ?? ''
        expect(sentence, `words for ${field}: ${code}`).not.toBe('')
        await expect(summaryOf(page, language).getByRole('link', { name: sentence })).toHaveCount(1)
        await expect(page.locator(`#sign-${field}-error`)).toHaveText(sentence)
      }
      await expect(summaryOf(page, language).getByRole('link')).toHaveCount(expected.length)
      for (const [field, text] of Object.entries(typed)) {
        await expect(control(page, field)).toHaveValue(text)
      }
    })
  }

  test(`${language}: answers that the lists do not offer`, async ({ page }) => {
    await page.goto(`/${language}`)
    await fillForm(page, { ...CAMILLE, language })
    for (const field of ['country', 'category', 'kind', 'capacity']) {
      await page.locator(`[name=${field}]`).first().evaluate(claimAnother)
    }
    await send(page, language)
    for (const field of ['kind', 'country', 'category', 'capacity']) {
      const sentence = sentences[field]?.choice ?? ''
      await expect(summaryOf(page, language)).toContainText(sentence)
      await expect(page.locator(`#sign-${field}-error`)).toHaveText(sentence)
    }
  })

  test(`${language}: a name sent twice`, async ({ page }) => {
    await page.goto(`/${language}`)
    await fillForm(page, { ...CAMILLE, language })
    await control(page, 'name').evaluate(field => field.after(field.cloneNode()))
    await send(page, language)
    await expect(page.locator('#sign-name-error')).toHaveText(form.errors.name.invalid)
  })

  test(`${language}: too many from one network`, async ({ page, request, site }) => {
    await page.goto(`/${language}`)
    const colleagues = Array.from({ length: FORMS_IN_A_MINUTE }, (_, place) =>
      request.post(`/${language}/sign/send`, {
        headers: { Origin: site.url },
        form: { name: 'Ng', email: `ng.${place}@example.org`, consent: 'on' },
      }),
    )
    for (const answer of await Promise.all(colleagues)) {
      expect(answer.url()).toBe(`${site.url}/${language}/sign/check-your-mail`)
    }
    await fillForm(page, { ...CAMILLE, language })
    await send(page, language)
    await expect(summaryOf(page, language)).toContainText(form.formErrors['too-many'])
    await expect(control(page, 'name')).toHaveValue(CAMILLE.name)
  })

  test.describe('when the database is away', () => {
    // Whatever the site does on its own may meet the database while it is away, once or twice.
    test.use({ expectedComplaint: /^(.* (until|once) the database answers\.\n)*$/ })

    test(`${language}: could not be saved`, async ({ page, site }) => {
      await page.goto(`/${language}`)
      await fillForm(page, { ...CAMILLE, language })
      await site.database.run('ALTER TABLE signature RENAME TO away')
      try {
        await send(page, language)
        await expect(summaryOf(page, language)).toContainText(form.formErrors.unavailable)
        await expect(control(page, 'email')).toHaveValue(CAMILLE.email)
      } finally {
        await site.database.run('ALTER TABLE away RENAME TO signature')
      }
    })
  })
}

function control(page: Page, field: string) {
  return page.locator(`#sign-${field}`)
}

function summaryOf(page: Page, language: Language) {
  return page.getByRole('alert').filter({ hasText: readMessages(language).form.summary })
}

function claimAnother(field: Element) {
  if (field instanceof HTMLSelectElement) field.append(new Option('?', 'elsewhere', true, true))
  if (field instanceof HTMLInputElement) {
    field.value = 'elsewhere'
    field.checked = true
  }
}
