import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import {
  fillForm,
  LANGUAGES,
  type Language,
  linkIn,
  mailTo,
  READERS,
  type Signer,
  send,
  statusOf,
} from '../support/pages/journey.ts'
import {
  decideOn,
  enterConsole,
  expectNoneLeft,
  leaveConsole,
  rowOf,
} from '../support/pages/organisers.ts'
import { confirm, signAndConfirm } from '../support/pages/self-service.ts'

const HOSPITAL = { organisation: 'Hôpital Saint-Louis', website: 'hopital.example' }

/** "Emmanuel Macron" with two Cyrillic letters. */
const IMITATED = '\u0415mmanuel M\u0430cron'

for (const language of LANGUAGES) {
  const { organisers, signatories, letter, tally, form } = readMessages(language)
  const { reasons } = organisers.signatures
  const verified = signatories.verified.replace('{domain}', HOSPITAL.website)
  const inList = `/${language}/signatories?kind=organisation`

  for (const { javaScriptEnabled } of READERS.filter(reader => reader.language === language)) {
    test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })

      test('a hospital writes from its own domain: verified, and counted apart', async ({
        page,
        site,
      }) => {
        const director = aSigner('Amina Haddad', 'amina@mail.hopital.example', language)
        await signForHospital(page, director)
        await confirm(page, language, linkIn(await mailTo(site, director.email)))
        await expect(page.getByRole('status').first()).toContainText(`1 ${tally.organisations.one}`)
        await page.goto(inList)
        const entry = page.getByRole('list', { name: signatories.list }).getByRole('listitem')
        await expect(entry).toHaveCount(1)
        await expect(entry).toContainText(HOSPITAL.organisation)
        await expect(entry).toContainText(verified)
        await expect(entry).toContainText('Amina Haddad')
        await page.goto(`/${language}/signatories?kind=individual`)
        await expect(page.getByRole('list', { name: signatories.list })).toHaveCount(0)
      })

      test('an organisation without its domain waits, until it is released', async ({
        page,
        site,
      }) => {
        const intern = aSigner('Amina Haddad', 'amina.haddad@gmail.com', language)
        await signForHospital(page, intern)
        await confirm(page, language, linkIn(await mailTo(site, intern.email)))
        await expect(page.getByRole('main')).not.toContainText(tally.goal)
        await expect(page.getByRole('main')).not.toContainText(tally.none)
        const kind = await mailTo(site, intern.email, 2)
        expect(kind.subject).toContain(readMessages(language).mail.held.subject.split(' {')[0])
        expect(kind.text).toContain(readMessages(language).mail.held.nothing)
        await page.goto(inList)
        await expect(page.getByRole('main')).not.toContainText(HOSPITAL.organisation)

        await enterConsole(page, site, language)
        const row = rowOf(page, HOSPITAL.organisation)
        await expect(row).toContainText(intern.email)
        await expect(row).toContainText(reasons.organisation_unverified)
        await decideOn(row, organisers.signatures.acts.release)
        await expectNoneLeft(page, language)

        await page.goto(inList)
        const entry = page.getByRole('list', { name: signatories.list }).getByRole('listitem')
        await expect(entry).toContainText(HOSPITAL.organisation)
        await expect(entry).not.toContainText(verified)
        await page.goto(`/${language}`)
        await expect(page.getByRole('status').first()).toContainText(`1 ${tally.organisations.one}`)
        await expect(page.getByRole('region', { name: letter.organisations })).toContainText(
          HOSPITAL.organisation,
        )
        await leaveConsole(page, language)
        await expect(page.getByRole('main')).not.toContainText(intern.email)
      })
    })
  }

  test(`${language}: a borrowed name and a throw-away address get everyone’s page, and wait`, async ({
    page,
    site,
  }) => {
    const imitator = aSigner(IMITATED, 'somebody@example.org', language)
    const passer = aSigner('Léa Martin', 'lea.martin@mailinator.com', language)
    const shown: (string | null)[] = []
    for (const signer of [imitator, passer]) {
      await signAndConfirm(page, site, signer)
      // The buttons that a script adds are there by then.
      await page.waitForLoadState('load')
      shown.push(await thanksOf(page))
      await mailTo(site, signer.email, 2)
      expect(await statusOf(site, signer.email)).toBe('held')
    }
    expect(shown[0]).toBe(shown[1])
    await page.goto(`/${language}/signatories`)
    await expect(page.getByRole('main')).toContainText(signatories.emptyList)
    await page.goto(`/${language}`)
    await expect(page.getByRole('main')).not.toContainText(IMITATED)

    await enterConsole(page, site, language)
    await expect(rowOf(page, IMITATED)).toContainText(reasons.imitation)
    const row = rowOf(page, passer.name)
    await expect(row).toContainText(reasons.disposable_address)
    await decideOn(row, organisers.signatures.acts.release)
    await expect(rowOf(page, passer.name)).toHaveCount(0)
    await expect(rowOf(page, IMITATED)).toHaveCount(1)
    expect(await statusOf(site, passer.email)).toBe('confirmed')
    await leaveConsole(page, language)
  })

  async function signForHospital(page: Page, signer: Signer) {
    await page.goto(`/${language}#sign`)
    await page.getByRole('radio', { name: form.kind.organisation }).check()
    await fillForm(page, signer)
    await page.getByRole('textbox', { name: form.organisation.label }).fill(HOSPITAL.organisation)
    await page.getByRole('textbox', { name: form.role.label }).fill('Directrice')
    await page.getByRole('textbox', { name: form.website.label }).fill(HOSPITAL.website)
    await page.getByRole('checkbox', { name: form.public.label }).check()
    await send(page, language)
    await expect(page).toHaveURL(`/${language}/sign/check-your-mail`)
  }
}

function aSigner(name: string, email: string, language: Language): Signer {
  return { name, email, language }
}

/** What the page of thanks says beside the tally, which may be of a moment ago. */
function thanksOf(page: Page) {
  return page.getByRole('main').evaluate(main => {
    const copy = main.cloneNode(true) as HTMLElement
    copy.querySelector('[data-tally]')?.remove()
    return copy.textContent
  })
}
