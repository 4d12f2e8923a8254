import type { Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import type { Language } from '../support/pages/journey.ts'
import { enterConsole } from '../support/pages/organisers.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const ROWS = [
  ['Léa', 'Martin', 'lea@example.org', 'CHU de Nantes', 'x', ''],
  ['Ali', 'Ben Salah', '', '', 'x', ''],
  ['Ali', 'Ben-Salah', '', '', 'x', ''],
  ['=cmd()', 'Malin', '', '', 'x', ''],
  ['Zoé', 'Marchand', 'zoe@example.org', '', 'x', 'x'],
  ['Total : 5', '', '', '', '', ''],
]

/** What a spreadsheet of each country saves: semicolons and Latin-1, or a workbook. */
const LISTS = {
  fr: {
    javaScriptEnabled: false,
    titles: ['Prénom', 'Nom', 'Courriel', 'Établissement', 'Accord nom public', 'Nouvelles'],
    async write(rows: string[][]) {
      const lines = rows.map(cells => cells.join(';')).join('\n')
      return { name: 'nantes.csv', buffer: Buffer.from(lines, 'latin1') }
    },
    count: 'Compter 4 signatures',
    counted: '4 signatures comptées',
    undone: 'Annulée le',
  },
  en: {
    javaScriptEnabled: true,
    titles: ['First name', 'Surname', 'E-mail', 'Hospital', 'Consent: name public', 'News'],
    async write(rows: string[][]) {
      const workbook = await writeXlsx({ sheets: [{ name: 'Nantes', rows }] })
      return { name: 'nantes.xlsx', buffer: Buffer.from(workbook) }
    },
    count: 'Count 4 signatures',
    counted: '4 signatures counted',
    undone: 'Undone on',
  },
}

test.use({ cookiesLeft: ['organiser'], contextOptions: { reducedMotion: 'reduce' } })

for (const language of ['fr', 'en'] as const) {
  const { javaScriptEnabled, titles, write, ...said } = LISTS[language]
  const { organisers, tally, form } = readMessages(language)
  const words = organisers.paper

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Karim brings a list, reads why rows are left out, counts it, undoes it', async ({
      page,
      site,
    }) => {
      await site.database.insert([aSignature({ email: 'zoe@example.org', name: 'Zoé Marchand' })])
      await enterConsole(page, site, language, 'moderator')
      await page.goto(`/${language}/organisers/paper`)
      const photo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])
      await upload(page, language, { name: 'photo.png', buffer: photo })
      await expect(page.getByText(words.faults['not-a-table'])).toBeVisible()

      await upload(page, language, await write([titles, ...ROWS]))
      await expect(page.getByLabel(titles[3] ?? '')).toHaveValue('organisation')
      const firstName = page.getByLabel(titles[0] ?? '')
      await expect(firstName).toHaveValue('firstName')
      const shown = page.getByLabel(titles[4] ?? '')
      await expect(shown).toHaveValue('')
      await expect(shown).toHaveAccessibleDescription(new RegExp(words.columns.consent))
      await shown.selectOption(words.columns.fields.public)
      await page.getByLabel(titles[5] ?? '').selectOption(words.columns.fields.updates)
      await firstName.selectOption(words.columns.none)
      await page.getByLabel(words.provenance.allPublic).check()
      await page.getByLabel(words.provenance.withoutAddress).check()
      await page.getByRole('button', { name: words.provenance.button }).click()
      await expect(page.getByText(words.provenance.faults.required).first()).toBeVisible()
      await expect(page.getByLabel(words.provenance.allPublic)).toBeChecked()
      await expect(firstName).toHaveValue('')
      await firstName.selectOption(words.columns.fields.firstName)
      if (javaScriptEnabled) await expectNoBarriers(page)
      await say(page, language)
      if (javaScriptEnabled) await expectNoBarriers(page)

      const agreedTo = page.getByRole('row', { name: /^2 Léa Martin/ }).getByRole('cell')
      await expect(agreedTo.nth(-2)).toHaveText(words.review.toCome.yes)
      await expect(agreedTo.nth(-1)).toHaveText(words.review.toCome.no)

      await follow(page, language, 'invalid', 1)
      await expect(page.getByRole('row', { name: /^5 / })).toContainText(form.errors.name.formula)
      await page
        .getByRole('link', { name: `${words.review.correct.link}, ${words.review.row} 5` })
        .click()
      const cell = page.getByRole('textbox', { name: titles[0], exact: true })
      await expect(cell).toHaveValue('=cmd()')
      if (javaScriptEnabled) await expectNoBarriers(page)
      await cell.fill('Karl')
      await page.getByRole('button', { name: words.review.correct.button }).click()
      await page.getByRole('link', { name: `3 ${words.review.states.ready}` }).click()
      await expect(page.getByRole('row', { name: /^5 Karl/ }).last()).toBeVisible()
      await follow(page, language, 'duplicate', 1)
      await expect(page.getByRole('row', { name: /^6 / })).toContainText(words.review.online)
      await follow(page, language, 'remark', 1)
      await expect(page.getByRole('row', { name: /^7 / })).toContainText(words.review.remarks.total)
      await follow(page, language, 'likely_duplicate', 1)
      const likely = page.getByRole('checkbox', {
        name: `${words.review.tick}, ${words.review.row}`,
      })
      await likely.check()
      await page.getByRole('button', { name: words.review.keep }).click()
      await expect(page.getByRole('button', { name: said.count })).toBeVisible()
      await expect(likely).toBeChecked()
      await page.getByRole('button', { name: said.count }).click()
      await expect(page.getByRole('status')).toContainText(said.counted)
      if (javaScriptEnabled) await expectNoBarriers(page)
      await page.goto(`/${language}`)
      await expect(page.getByRole('status').first()).toContainText(`${tally.onPaper} 4`)

      await page.goto(`/${language}/organisers/paper`)
      await page.getByRole('link', { name: 'Congrès des soignants, Nantes' }).click()
      await page.getByRole('button', { name: words.done.undo }).click()
      await expect(page.getByRole('status')).toContainText(said.undone)
      await page.goto(`/${language}`)
      await expect(page.getByRole('status').first()).not.toContainText(tally.onPaper)
    })
  })
}

async function upload(page: Page, language: Language, file: { name: string; buffer: Buffer }) {
  const words = readMessages(language).organisers.paper.upload
  const mimeType = 'application/octet-stream'
  await page.getByLabel(words.label).setInputFiles({ ...file, mimeType })
  await page.getByRole('button', { name: words.button }).click()
}

async function say(page: Page, language: Language) {
  const { provenance, review } = readMessages(language).organisers.paper
  const { fields, button } = provenance
  await page.getByLabel(fields.place, { exact: true }).fill('Congrès des soignants, Nantes')
  await page.getByLabel(fields.gatheredOn).fill('2026-05-26')
  await page.getByLabel(fields.gatheredBy).fill('Amina Haddad')
  await page.getByLabel(fields.typedBy).fill('Karim Benali')
  await page.getByLabel(fields.proof).fill('Deux feuilles signées, au bureau')
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('heading', { name: review.heading })).toBeVisible()
}

type ReviewState = 'ready' | 'invalid' | 'duplicate' | 'likely_duplicate' | 'remark'

async function follow(page: Page, language: Language, state: ReviewState, count: number) {
  const { states } = readMessages(language).organisers.paper.review
  await page.getByRole('link', { name: `${count} ${states[state]}` }).click()
  await expect(page.getByRole('heading', { name: states[state] })).toBeVisible()
}
