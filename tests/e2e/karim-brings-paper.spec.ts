import type { Page } from '@playwright/test'
import { readWords } from '#lib/words.ts'
import { expect, test } from '../support/browser-test.ts'
import { aSignature } from '../support/factories/signature.ts'
import { enterOrganisersRoom } from '../support/journey-organisers.ts'

const { organisers, tally, form } = readWords('fr')
const words = organisers.paper

test.use({ javaScriptEnabled: false, cookiesLeft: ['organiser'] })

const LIST = `Prénom;Nom;Courriel;Établissement
Léa;Martin;lea@example.org;CHU de Nantes
Ali;Ben Salah;;
Ali;Ben-Salah;;
=cmd();Malin;;
Zoé;Marchand;zoe@example.org;`

test('fr, without JavaScript: Karim brings a list, reads why rows are left out, counts it, undoes it', async ({
  page,
  site,
}) => {
  await site.database.insert([aSignature({ email: 'zoe@example.org', name: 'Zoé Marchand' })])
  await enterOrganisersRoom(page, site, 'fr', 'moderator')
  await page.goto('/fr/organisers/paper')
  await upload(page, 'photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  await expect(page.getByText(words.faults['not-a-table'])).toBeVisible()

  await upload(page, 'nantes.csv', Buffer.from(LIST, 'latin1'))
  await expect(page.getByLabel('Établissement')).toHaveValue('organisation')
  await expect(page.getByLabel('Prénom')).toHaveValue('firstName')
  await page.getByRole('button', { name: words.provenance.button }).click()
  await expect(page.getByText(words.provenance.faults.required).first()).toBeVisible()
  await say(page)

  await follow(page, 'wrong', 1)
  await expect(page.getByRole('row', { name: /^5 / })).toContainText(form.errors.name.formula)
  await follow(page, 'double', 1)
  await expect(page.getByRole('row', { name: /^6 / })).toContainText(words.review.online)
  await follow(page, 'likely', 1)
  const likely = page.getByRole('checkbox', { name: words.review.tick })
  await likely.check()
  await page.getByRole('button', { name: words.review.keep }).click()
  await expect(likely).toBeChecked()
  await page.getByRole('button', { name: 'Compter 3 signatures' }).click()
  await expect(page.getByRole('status')).toContainText('3 signatures comptées')
  await page.goto('/fr')
  await expect(page.getByRole('status').first()).toContainText(`${tally.onPaper} 3`)

  await page.goto('/fr/organisers/paper')
  await page.getByRole('link', { name: 'Congrès des soignants, Nantes' }).click()
  await page.getByRole('button', { name: words.done.undo }).click()
  await expect(page.getByRole('status')).toContainText('Annulée le')
  await page.goto('/fr')
  await expect(page.getByRole('status').first()).not.toContainText(tally.onPaper)
})

async function upload(page: Page, name: string, buffer: Buffer) {
  const mimeType = 'application/octet-stream'
  await page.getByLabel(words.upload.label).setInputFiles({ name, mimeType, buffer })
  await page.getByRole('button', { name: words.upload.button }).click()
}

async function say(page: Page) {
  const { fields, allPublic, button } = words.provenance
  await page.getByLabel(fields.place, { exact: true }).fill('Congrès des soignants, Nantes')
  await page.getByLabel(fields.gatheredOn).fill('2026-05-26')
  await page.getByLabel(fields.gatheredBy).fill('Amina Haddad')
  await page.getByLabel(fields.typedBy).fill('Karim Benali')
  await page.getByLabel(fields.proof).fill('Deux feuilles signées, au bureau')
  await page.getByLabel(allPublic).check()
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('heading', { name: words.review.heading })).toBeVisible()
}

async function follow(page: Page, state: keyof typeof words.review.states, count: number) {
  await page.getByRole('link', { name: `${count} ${words.review.states[state]}` }).click()
  await expect(page.getByRole('heading', { name: words.review.states[state] })).toBeVisible()
}
