import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { type Language, mailTo, statusOf } from '../support/pages/journey.ts'
import { decideOn, enterConsole, openSearch, rowOf } from '../support/pages/organisers.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const FARM = 'farm.example'
const ROBOTS = ['Robot Un', 'Robot Deux', 'Robot Trois']

/** French without a script, English with: what is told is the same. */
const LEAS = [
  { language: 'fr', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const

test.use({ cookiesLeft: ['organiser'] })

for (const { language, javaScriptEnabled } of LEAS) {
  const { form, organisers, signatories } = readMessages(language)
  const words = organisers.signatures

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Léa looks closely: lets one count, corrects it, shows its message, hides it', async ({
      page,
      site,
    }) => {
      const ines = aSignature({
        name: 'Inès Lefèvr',
        email: 'ines@example.org',
        locale: language,
        letterVersion: readLetter(language).version,
        status: 'held',
        holdReasons: ['imitation'],
        statement: 'Soigner, toujours.',
        statementStatus: 'waiting',
      })
      await site.database.insert([ines, aSignature({ name: 'Somebody Else' })])
      await enterConsole(page, site, language)
      await search(page, language, 'lefevr')
      await rowOf(page, ines.name).getByRole('link').click()
      await expect(page.getByRole('main')).toContainText(words.reasons.imitation)
      if (javaScriptEnabled) await expectNoBarriers(page)
      await press(page, words.acts.release)
      await press(page, words.acts.approve)
      const name = page.getByRole('textbox', { name: words.detail.name, exact: true })
      const role = page.getByRole('textbox', { name: words.detail.role, exact: true })
      const save = page.getByRole('button', { name: words.detail.save, exact: true })
      await name.fill('=Lefèvre')
      await role.fill('Sage-femme')
      await save.click()
      await expect(name).toHaveAccessibleDescription(form.errors.name.formula)
      await expect(name).toHaveValue('=Lefèvre')
      await expect(role).toHaveValue('Sage-femme')
      await name.fill('Inès Lefèvre')
      await save.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inès Lefèvre')
      await expect(page.locator('#history')).toContainText('organiser@example.org')
      const mail = await mailTo(site, ines.email)
      expect(mail.subject).toContain(readMessages(language).mail.corrected.subject.split(' {')[0])
      expect(await statusOf(site, ines.email)).toBe('confirmed')
      const signature = page.url()

      await page.goto(`/${language}/signatories`)
      const list = page.getByRole('list', { name: signatories.list })
      await expect(list).toContainText('Inès Lefèvre')
      await expect(list).toContainText('Soigner, toujours.')
      await page.goto(signature)
      await press(page, words.acts.hide)
      await page.goto(`/${language}/signatories`)
      await expect(list).not.toContainText('Inès Lefèvre')
      await expect(list).toContainText('Somebody Else')
    })

    test('Inès writes to Léa: she gets her data, no more news, and then is forgotten', async ({
      page,
      site,
    }) => {
      const ines = aSignature({
        name: 'Inès Lefèvre',
        email: 'ines@example.org',
        wantsUpdates: true,
      })
      await site.database.insert([ines])
      await enterConsole(page, site, language)
      await search(page, language, 'lefevre')
      await rowOf(page, ines.name).getByRole('link').click()
      const person = page.locator('#person')
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        person.getByRole('button', { name: words.person.handOut }).click(),
      ])
      expect(file.suggestedFilename()).toBe('my-signature.json')
      expect(readFileSync(await file.path(), 'utf8')).toContain(ines.email)
      await person.getByRole('button', { name: words.person.stopNews }).click()
      await expect(page).toHaveURL(/notice=done/)
      await expect(page.locator('#history')).toContainText(words.events.unsubscribed)
      await person.getByRole('link', { name: words.person.erase }).click()
      await expect(person).toContainText(words.person.eraseLead)
      if (javaScriptEnabled) await expectNoBarriers(page)
      expect(await statusOf(site, ines.email)).toBe('confirmed')
      await person.getByLabel(words.person.sure).check()
      await person.getByRole('button', { name: words.person.eraseNow }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.table.nameless)
      await expect(page.locator('#history')).toContainText(words.events.erased)
      await expect(page.getByRole('main')).not.toContainText(ines.email)
    })

    test('Léa holds a whole domain at once, sees what it will be, and undoes it', async ({
      page,
      site,
    }) => {
      const robots = ROBOTS.map((name, place) =>
        aSignature({ name, email: `robot.${place}@${FARM}` }),
      )
      await site.database.insert([...robots, aSignature({ name: 'Camille Roux' })])
      await enterConsole(page, site, language)
      await openSearch(page, language, 'all')
      await expect(page.getByRole('button', { name: words.bulk.wish.rule })).toHaveCount(0)
      await search(page, language, `@${FARM}`)
      await expect(page.getByRole('row')).toHaveCount(1 + ROBOTS.length)
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page.getByRole('button', { name: words.bulk.wish.rule }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('3')
      for (const name of ROBOTS) await expect(rowOf(page, name)).toHaveCount(1)
      expect(await statusOf(site, `robot.0@${FARM}`)).toBe('confirmed')
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page
        .getByLabel(words.detail.reason, { exact: true })
        .selectOption(words.reasons.domain_burst)
      await page.getByRole('button', { name: words.bulk.yes }).click()
      await expect(page.getByRole('main')).toContainText(words.bulk.states.done)
      expect(await statusOf(site, `robot.0@${FARM}`)).toBe('held')
      const done = page.url()
      await page.goto(`/${language}/signatories`)
      await expect(page.getByRole('list', { name: signatories.list })).not.toContainText('Robot')

      await page.goto(`/${language}/organisers/signatures/bulk`)
      await expect(rowOf(page, words.bulk.kinds.hold)).toContainText(words.bulk.states.done)
      await page.goto(done)
      await page.getByRole('button', { name: words.bulk.undo }).click()
      await expect(page.getByRole('main')).toContainText(words.bulk.states.undone)
      expect(await statusOf(site, `robot.0@${FARM}`)).toBe('confirmed')
    })
  })
}

async function search(page: Page, language: Language, q: string) {
  const { filters } = readMessages(language).organisers.signatures
  await openSearch(page, language, 'all')
  await page.getByRole('searchbox', { name: filters.search }).fill(q)
  await page.getByRole('button', { name: filters.apply, exact: true }).click()
  await expect(page).toHaveURL(/[?&]q=/)
}

async function press(page: Page, act: string) {
  await decideOn(page.locator('#decide'), act)
  await expect(page).toHaveURL(/notice=done/)
  await expect(page.locator('#decide').getByText(act, { exact: true })).toHaveCount(0)
}
