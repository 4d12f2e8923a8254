import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, GRACE, LANGUAGES, mailTo, send, statusOf } from '../support/pages/journey.ts'
import {
  expectAllThere,
  putSigns,
  putSignsWhenParsed,
  signOff,
  translatePage,
  writeAll,
} from '../support/pages/typed-form.ts'

const SIGNERS = { fr: CAMILLE, en: GRACE }

for (const language of LANGUAGES) {
  const signer = SIGNERS[language]
  const { form } = readMessages(language)

  test(`${language}: on a slow line she writes before the scripts come, and goes on writing`, async ({
    page,
    site,
  }) => {
    const line = Promise.withResolvers<void>()
    await page.route('**/*.js', async route => {
      await line.promise
      await route.continue()
    })
    await page.goto(`/${language}#sign`, { waitUntil: 'commit' })
    await writeAll(page, signer)
    const email = page.getByRole('textbox', { name: form.email.label })
    await email.focus()
    line.resolve()
    await page.waitForLoadState('load')
    await expect(email).toBeFocused()
    await expectAllThere(page, signer)
    await signOff(page, signer)
    expect(await statusOf(site, signer.email)).toBe('pending')
  })

  test(`${language}: on a slow line she sends it before the scripts come`, async ({
    page,
    site,
  }) => {
    const line = Promise.withResolvers<void>()
    await page.route('**/forms.js', async route => {
      await line.promise
      await route.continue()
    })
    await page.goto(`/${language}#sign`, { waitUntil: 'commit' })
    await writeAll(page, { ...signer, email: 'half@' })
    await send(page, language)
    line.resolve()
    await expect(page.locator('#sign-email-error')).toHaveText(form.errors.email.invalid)
    await expect(page.getByRole('alert').filter({ hasText: form.summary })).toBeFocused()
    await expectAllThere(page, { ...signer, email: 'half@' })
    await page.getByRole('textbox', { name: form.email.label }).fill(signer.email)
    await signOff(page, signer)
    expect(await statusOf(site, signer.email)).toBe('pending')
  })

  for (const when of ['before', 'after'] as const) {
    test(`${language}: an extension puts its sign beside the address, ${when} the scripts came`, async ({
      page,
      site,
    }) => {
      if (when === 'before') await page.addInitScript(putSignsWhenParsed)
      await page.goto(`/${language}#sign`)
      await writeAll(page, signer)
      if (when === 'after') await page.evaluate(putSigns)
      await expect(page.locator('extension-sign')).not.toHaveCount(0)
      await page.getByRole('textbox', { name: form.email.label }).fill('half@')
      await send(page, language)
      await expect(page.locator('#sign-email-error')).toHaveText(form.errors.email.invalid)
      await expectAllThere(page, { ...signer, email: 'half@' })
      await page.getByRole('textbox', { name: form.email.label }).fill(signer.email)
      await signOff(page, signer)
      expect(await statusOf(site, signer.email)).toBe('pending')
    })
  }

  test(`${language}: the browser translates the page while she writes`, async ({ page, site }) => {
    await page.goto(`/${language}#sign`)
    await writeAll(page, signer)
    await page.evaluate(translatePage)
    await expectAllThere(page, signer)
    await page.getByRole('textbox').nth(1).fill('half@')
    await page.locator('[data-plain=sign] button').click()
    await expect(page.locator('#sign-email')).toHaveAttribute('aria-invalid', 'true')
    await page.evaluate(translatePage)
    await expectAllThere(page, { ...signer, email: 'half@' })
    await page.locator('#sign-email').fill(signer.email)
    await page.locator('[data-plain=sign] button').click()
    await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)
    expect(await statusOf(site, signer.email)).toBe('pending')
  })

  test(`${language}: she comes back from the next page, and her form is as she sent it`, async ({
    page,
  }) => {
    await page.goto(`/${language}#sign`)
    await writeAll(page, signer)
    await signOff(page, signer)
    await page.goBack()
    await expectAllThere(page, signer)
    await expect(page.getByRole('button', { name: form.submit })).toBeEnabled()
  })

  test(`${language}: the site cannot answer: she is told, and loses nothing`, async ({ page }) => {
    await page.goto(`/${language}#sign`)
    await writeAll(page, signer)
    await page.route('**/sign/send', route => route.fulfill({ status: 200, body: 'no answer' }))
    await send(page, language)
    const summary = page.getByRole('alert').filter({ hasText: form.summary })
    await expect(summary).toContainText(form.formErrors.unreachable)
    await expect(summary).toBeFocused()
    await expectAllThere(page, signer)
  })

  test(`${language}: two presses of the button are one form`, async ({ page, site }) => {
    const sent: string[] = []
    page.on('request', request => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.goto(`/${language}#sign`)
    await writeAll(page, signer)
    await page.getByRole('button', { name: form.submit }).dblclick()
    await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)
    await mailTo(site, signer.email)
    expect(sent).toEqual([`${site.url}/${language}/sign/send`])
  })

  test.describe(`${language}, without JavaScript`, () => {
    test.use({ javaScriptEnabled: false })

    test('a page that was opened before an update is sent where it was to be sent then', async ({
      page,
      site,
    }) => {
      await page.goto(`/${language}#sign`)
      await page.locator('[data-plain=sign]').evaluate((element, address) => {
        const former = element as HTMLFormElement
        former.setAttribute('action', address)
        former.setAttribute('enctype', 'multipart/form-data')
        for (const name of ['$ACTION_REF_1', '$ACTION_1:0', '$ACTION_KEY']) {
          former.append(Object.assign(document.createElement('input'), { name, type: 'hidden' }))
        }
      }, `/${language}`)
      await writeAll(page, { ...signer, email: 'half@' })
      await send(page, language)
      await expect(page.locator('#sign-email-error')).toHaveText(form.errors.email.invalid)
      await expectAllThere(page, { ...signer, email: 'half@' })
      await page.getByRole('textbox', { name: form.email.label }).fill(signer.email)
      await signOff(page, signer)
      expect(await statusOf(site, signer.email)).toBe('pending')
    })
  })
}
