import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { type Language, mailTo } from '../support/pages/journey.ts'
import { ageSecondFactors, enterConsole } from '../support/pages/organisers.ts'
import { signInByRows } from '../support/people/organiser-session.ts'
import { nextTotp, totp } from '../support/people/totp.ts'

const ANA = 'ana@example.org'
const ANA_LATER = 'ana@hospital.example'
const PASSWORD = 'trois-chevaux-dans-la-mer'

for (const { language, javaScriptEnabled } of [
  { language: 'fr', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const) {
  const { organisers: words } = readMessages(language)

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({
      javaScriptEnabled,
      cookiesLeft: ['organiser', 'organiser-codes', 'organiser.better-auth-passkey'],
    })

    test('Ana is invited, chooses a password, sets her phone up, and comes again with a recovery code', async ({
      page,
      site,
      browser,
    }) => {
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/people`)
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page.getByLabel(words.auth.email).fill(ANA)
      await page.getByLabel(words.people.invite.role, { exact: true }).selectOption('owner')
      await page.getByRole('button', { name: words.people.invite.button, exact: true }).click()
      await expect(page.getByRole('status').filter({ hasText: ANA })).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: ANA })).toBeVisible()
      await expect(page.getByText('/organisers/join?token=')).toHaveCount(0)

      await page.context().clearCookies()
      const { text } = await mailTo(site, ANA)
      await page.goto(/http\S+\/organisers\/join\?token=\S+/.exec(text)?.[0] ?? '')
      await choose(page, language, 'cheval-mer')
      await expect(page.getByText(words.join.faults.short)).toBeVisible()
      await choose(page, language, 'password1234')
      await expect(page.getByText(words.join.faults.common)).toBeVisible()
      await choose(page, language, PASSWORD)
      await expect(page).toHaveURL(/\/set-up$/)
      await page.goto(`/${language}/organisers/people`)
      await expect(page).toHaveURL(/\/set-up/)
      if (javaScriptEnabled) await expectNoBarriers(page)
      const secret =
        (await page.getByText(/^([A-Z2-7]{4} )+/).textContent())?.replace(/ /g, '') ?? ''
      const ownApp = page.getByRole('link', { name: words.setUp.open })
      await expect(ownApp).toHaveAttribute('href', /^otpauth:/)
      if (javaScriptEnabled) await expectCopied(page, language, secret)
      else await expect(page.getByRole('button', { name: words.copy.label })).toHaveCount(0)
      await typeCode(page, language, totp(secret), words.setUp.button)
      await expect(page).toHaveURL(/\/recovery-codes$/)
      if (javaScriptEnabled) await expectNoBarriers(page)
      const codes = await page.getByText(/^[a-z2-9]{5}-[a-z2-9]{5}$/).allTextContents()
      const [recoveryCode = ''] = codes
      if (javaScriptEnabled) await expectCopied(page, language, codes.join('\n'))
      await page.getByLabel(words.codes.kept).check()
      await page.getByRole('button', { name: words.codes.button }).click()
      await expect(page).toHaveURL(new RegExp(`/${language}/organisers$`))
      await page.goBack()
      await expect(page).toHaveURL(new RegExp(`/${language}/organisers$`))
      await expect(page.getByText(recoveryCode)).toHaveCount(0)
      await page.goto(`/${language}/organisers/recovery-codes`)
      await expect(page.getByText(recoveryCode)).toHaveCount(0)

      await signOut(page, language)
      await signIn(page, language, recoveryCode)
      await expect(page).toHaveURL(new RegExp(`/${language}/organisers$`))
      await page.goto(`/${language}/organisers/account`)
      if (javaScriptEnabled) await expectNoBarriers(page)
      if (javaScriptEnabled) {
        await comeWithPasskey(page, language)
        await ageSecondFactors(site)
        await page.goto(`/${language}/organisers/people`)
        await expect(page).toHaveURL(/\/reauthenticate\?/)
        await expectNoBarriers(page)
        await typeCode(page, language, '000000', words.reauthenticate.button)
        await expect(page.getByText(words.auth.wrongCode)).toBeVisible()
        await page.getByRole('button', { name: words.passkey.use }).click()
        await expect(page).toHaveURL(new RegExp(`/${language}/organisers/people$`))
      } else {
        await signOut(page, language)
        await signIn(page, language, recoveryCode)
        await expect(page.getByText(words.auth.wrongCode)).toBeVisible()
        await typeCode(page, language, nextTotp(secret), words.secondFactor.button)
        await expect(page).toHaveURL(new RegExp(`/${language}/organisers$`))

        const elsewhere = await browser.newContext({ baseURL: site.url, javaScriptEnabled })
        const value = await signInByRows(site.database.run, { email: ANA })
        await elsewhere.addCookies([{ name: 'organiser', value, url: site.url }])
        const other = await elsewhere.newPage()
        await other.goto(`/${language}/organisers/campaign`)
        await page.goto(`/${language}/organisers/account`)
        await page.getByRole('button', { name: words.account.sessions.endOthers }).click()
        await expect(page.getByText(words.account.outcomes.done)).toBeVisible()
        await other.getByRole('button', { name: words.campaign.moves.close.button }).click()
        await expect(other).toHaveURL(/\/sign-in\?/)
        await expect(other.getByText(words.auth.lost)).toBeVisible()
        await elsewhere.close()
      }

      await page.goto(`/${language}/organisers/account`)
      await page.getByLabel(words.account.alerts.wants).uncheck()
      await page
        .locator('form')
        .filter({ has: page.getByLabel(words.account.alerts.wants) })
        .getByRole('button')
        .click()
      await expect(page.getByText(words.account.outcomes.done)).toBeVisible()
      await expect(page.getByLabel(words.account.alerts.wants)).not.toBeChecked()
      await changeAddress(page, language, PASSWORD.toUpperCase())
      await expect(page.getByText(words.account.password.wrong)).toBeVisible()
      await changeAddress(page, language, PASSWORD)
      await expect(page.getByRole('status').filter({ hasText: ANA_LATER })).toBeVisible()
      const later = await mailTo(site, ANA_LATER)
      await page.goto(/http\S+\/organisers\/address\?token=\S+/.exec(later.text)?.[0] ?? '')
      if (javaScriptEnabled) await expectNoBarriers(page)
      const { confirm } = words.account.address
      await page.getByRole('button', { name: confirm.button, exact: true }).click()
      await expect(page.getByRole('status')).toHaveText(words.account.outcomes.changed)
      await expect(page.getByRole('main')).toContainText(ANA_LATER)
    })
  })
}

async function changeAddress(page: Page, language: Language, password: string) {
  const { address } = readMessages(language).organisers.account
  await page.locator('#address-email').fill(ANA_LATER)
  await page.locator('#address-password').fill(password)
  await page.getByRole('button', { name: address.button, exact: true }).click()
}

async function choose(page: Page, language: Language, password: string) {
  const { auth, join } = readMessages(language).organisers
  await page.getByLabel(auth.password).fill(password)
  await page.getByRole('button', { name: join.button, exact: true }).click()
}

async function typeCode(page: Page, language: Language, code: string, button: string) {
  await page.getByLabel(readMessages(language).organisers.auth.code, { exact: true }).fill(code)
  await page.getByRole('button', { name: button, exact: true }).click()
}

async function signOut(page: Page, language: Language) {
  const { frame } = readMessages(language).organisers
  await page.getByRole('button', { name: frame.signOut }).click()
  await expect(page).toHaveURL(/\/sign-in/)
}

async function signIn(page: Page, language: Language, code: string) {
  const { auth, signIn: words, secondFactor } = readMessages(language).organisers
  await page.goto(`/${language}/organisers/sign-in`)
  await page.getByLabel(auth.email).fill(ANA)
  await page.getByLabel(auth.password).fill(PASSWORD)
  await page.getByRole('button', { name: words.button, exact: true }).click()
  await expect(page).toHaveURL(/\/second-factor/)
  await typeCode(page, language, code, secondFactor.button)
}

/** With an authenticator of the browser's own (Chrome DevTools Protocol, WebAuthn domain). */
async function comeWithPasskey(page: Page, language: Language) {
  const { passkey, account } = readMessages(language).organisers
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.getByRole('button', { name: passkey.add }).click()
  await expect(page.getByText(account.outcomes.done)).toBeVisible()
  await signOut(page, language)
  await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.getByRole('button', { name: passkey.use }).click()
  await expect(page.getByText(passkey.failed)).toBeVisible()
  await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await page.getByRole('button', { name: passkey.use }).click()
  await expect(page).toHaveURL(new RegExp(`/${language}/organisers$`))
}

async function expectCopied(page: Page, language: Language, text: string) {
  const { copy } = readMessages(language).organisers
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: copy.label }).click()
  await expect(page.getByRole('button', { name: copy.done })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
}
