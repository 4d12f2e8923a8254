import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { consentBox, LANGUAGES, linkIn, mailTo, send } from '../support/pages/journey.ts'

const EMAIL = 'direction@hopital.example.org'

for (const language of LANGUAGES) {
  for (const javaScriptEnabled of [true, false]) {
    const words = readMessages(language)
    const { form } = words
    const { errors } = form

    test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })

      test('a hospital forgets half of it, is told, and signs', async ({ page, site }) => {
        await page.goto(`/${language}#sign`)
        const organisation = page.getByRole('textbox', { name: form.organisation.label })
        const role = page.getByRole('textbox', { name: form.role.label })
        await expect(organisation).toBeHidden()
        await page.getByRole('radio', { name: form.kind.organisation }).check()
        await expect(organisation).toBeVisible()

        await page.getByRole('combobox', { name: form.country.label }).selectOption('FR')
        await page.getByRole('combobox', { name: form.category.label }).selectOption('health-care')
        await page.getByLabel(form.statement.label).fill('Soigner, toujours.')
        await page.getByRole('checkbox', { name: form.public.label }).check()
        await page.getByRole('textbox', { name: form.email.label }).fill('direction@')
        await send(page, language)

        const summary = page.getByRole('alert').filter({ hasText: form.summary })
        await expect(summary).toBeFocused()
        await expect(summary.getByRole('link')).toHaveText([
          errors.name.required,
          errors.email.invalid,
          errors.organisation.required,
          errors.role.required,
          errors.consent.required,
        ])
        const name = page.getByRole('textbox', { name: form.name.label })
        const email = page.getByRole('textbox', { name: form.email.label })
        const consent = consentBox(page, language)
        await expect(name).toHaveAccessibleDescription(new RegExp(errors.name.required))
        await expect(email).toHaveAccessibleDescription(new RegExp(errors.email.invalid))
        await expect(organisation).toHaveAccessibleDescription(errors.organisation.required)
        await expect(role).toHaveAccessibleDescription(errors.role.required)
        await expect(consent).toHaveAccessibleDescription(new RegExp(errors.consent.required))
        await expect(name).toHaveAttribute('aria-invalid', 'true')

        await expect(page.getByRole('radio', { name: form.kind.organisation })).toBeChecked()
        await expect(email).toHaveValue('direction@')
        await expect(page.getByRole('combobox', { name: form.country.label })).toHaveValue('FR')
        await expect(page.getByRole('combobox', { name: form.category.label })).toHaveValue(
          'health-care',
        )
        await expect(page.getByLabel(form.statement.label)).toHaveValue('Soigner, toujours.')
        await expect(page.getByRole('checkbox', { name: form.public.label })).toBeChecked()
        await expect(page.getByRole('checkbox', { name: form.updates.label })).not.toBeChecked()

        await summary.getByRole('link', { name: errors.organisation.required }).click()
        await expect(organisation).toBeFocused()
        await organisation.fill('Hôpital Saint-Louis')
        await role.fill('Directrice')
        await page.getByRole('textbox', { name: form.website.label }).fill('hopital.example.org')
        await name.fill('Zoé Lefèvre')
        await email.fill(EMAIL)
        await consent.check()
        await send(page, language)
        await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)

        await page.goto(linkIn(await mailTo(site, EMAIL)))
        await expect(page.getByRole('main')).toContainText('Hôpital Saint-Louis')
        await page.getByRole('button', { name: words.confirm.button }).click()
        await expect(page).toHaveURL(`/${language}/confirm/confirmed`)
        await page.goto(`/${language}/signatories?kind=organisation`)
        const list = page.getByRole('list', { name: words.signatories.list })
        await expect(list.getByRole('listitem')).toHaveCount(1)
        await expect(list).toContainText('Hôpital Saint-Louis')
        expect(await site.database.signatureOf(EMAIL)).toMatchObject({
          kind: 'organisation',
          role: 'Directrice',
          country: 'FR',
          category: 'health-care',
          statement: 'Soigner, toujours.',
          isPublic: true,
          wantsUpdates: false,
          locale: language,
        })
      })
    })
  }
}
