import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES, type Language, listNow, READERS, statusOf } from '../support/pages/journey.ts'
import {
  decideOn,
  enterConsole,
  expectNoneLeft,
  leaveConsole,
  openSearch,
  rowOf,
} from '../support/pages/organisers.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const NAME = 'Mickey Mouse'
const EMAIL = 'mickey@example.org'

for (const language of LANGUAGES) {
  const { organisers, signatories, report: reportWords } = readMessages(language)
  const { reasons } = reportWords

  for (const { javaScriptEnabled } of READERS.filter(reader => reader.language === language)) {
    test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })

      test('readers on three networks hide a name, one reader does not', async ({ page, site }) => {
        await site.database.insert([aSignature({ name: NAME, email: EMAIL }), aSignature()])
        await report(page, language)
        await report(page, language)
        await report(page, language)
        await readFrom(page, 2)
        await report(page, language)
        expect(await statusOf(site, EMAIL)).toBe('confirmed')
        await readFrom(page, 3)
        await report(page, language)
        expect(await statusOf(site, EMAIL)).toBe('held')
        await page.goto(listNow(language))
        await expect(listed(page, language)).toHaveCount(1)
        await expect(page.getByRole('main')).not.toContainText(NAME)

        await enterConsole(page, site, language)
        const row = rowOf(page, NAME)
        await expect(row).toContainText(organisers.signatures.reasons.reported)
        await decideOn(row, organisers.signatures.acts.release)
        await expectNoneLeft(page, language)
        await page.goto(listNow(language))
        await expect(listed(page, language)).toHaveCount(2)
        await leaveConsole(page, language)
      })
    })
  }

  test(`${language}: one report is enough for an organiser who agrees with it`, async ({
    page,
    site,
  }) => {
    const kept = aSignature()
    await site.database.insert([aSignature({ name: NAME, email: EMAIL }), kept])
    await report(page, language)
    await report(page, language, kept.name)
    await enterConsole(page, site, language)
    await openSearch(page, language, 'reported')
    const { agree, dismiss } = organisers.signatures.acts
    const decide = async (name: string, decision: string) => {
      const row = rowOf(page, name)
      await expect(row).toContainText(reasons['not-real'])
      await decideOn(row, decision)
      await expect(row).toHaveCount(0)
    }
    await decide(NAME, agree)
    await decide(kept.name, dismiss)
    await expectNoneLeft(page, language)
    await openSearch(page, language, 'held')
    await expect(rowOf(page, NAME)).toHaveCount(1)
    await page.goto(listNow(language))
    await expect(listed(page, language)).toHaveCount(1)
    await expect(listed(page, language)).toContainText(kept.name)
    await leaveConsole(page, language)
  })

  test(`${language}: nobody can report a name that is not on the list`, async ({ page, site }) => {
    const hidden = aSignature({ isPublic: false })
    await site.database.insert([hidden])
    for (const id of [hidden.id, 'nobody', '']) {
      const answer = await page.goto(`/${language}/signatories/report?id=${id}`)
      expect(answer?.status()).toBe(404)
    }
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(signatories.title)
  })
}

async function report(page: Page, language: Language, name = NAME) {
  const { report: words, signatories } = readMessages(language)
  await page.goto(listNow(language))
  await page.getByRole('link', { name: `${signatories.report} ${name}` }).click()
  await expect(page.getByRole('main')).toContainText(name)
  await page.getByRole('radio', { name: words.reasons['not-real'] }).check()
  await page.getByRole('button', { name: words.button, exact: true }).click()
  await expect(page).toHaveURL(`/${language}/signatories/report/thanks`)
}

function listed(page: Page, language: Language) {
  const { list } = readMessages(language).signatories
  return page.getByRole('list', { name: list }).getByRole('listitem')
}

async function readFrom(page: Page, network: number) {
  const part = () => Math.floor(Math.random() * 254) + 1
  const address = `172.${network}.${part()}.${part()}`
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': address })
}
