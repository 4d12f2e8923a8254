import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { READERS } from '../support/pages/journey.ts'
import { ageSecondFactors, enterConsole } from '../support/pages/organisers.ts'
import { SESSION_COOKIES } from '../support/pages/self-service-pages.ts'
import { aSignature } from '../support/people/factories/signature.ts'

test.use({ cookiesLeft: SESSION_COOKIES, contextOptions: { reducedMotion: 'reduce' } })

for (const { language, javaScriptEnabled } of READERS) {
  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('Lucie says why, gets every column, and finds it among the last exports', async ({
      page,
      site,
    }) => {
      const { exports: words, auth } = readMessages(language).organisers
      const zoe = aSignature({ name: 'Zoé Lefèvre', country: 'BE', isPublic: false })
      await site.database.insert([aSignature({ name: '=1+1' }), zoe])
      await enterConsole(page, site, language, 'exporter')
      await page.goto(`/${language}/organisers/exports?country=BE`)
      const button = page.getByRole('button', { name: words.button })
      await page.getByLabel(words.columns.all).check()
      await page.getByLabel('CSV').check()
      await expect(page.locator('#status-confirmed')).toBeChecked()
      await button.click()
      await expect(page.getByText(words.outcomes['reason-missing'])).toBeVisible()
      if (javaScriptEnabled) await expectNoBarriers(page)

      await page
        .getByRole('textbox', { name: words.reason.label })
        .fill('For the register of the Senate.')
      await expect(page.getByLabel('CSV')).toBeChecked()
      await expect(page.getByLabel(words.columns.all)).toBeChecked()
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
      expect(download.suggestedFilename()).toMatch(/Z-signatures-confirmed-all-be\.csv$/)
      const rows: Record<string, string>[] = parse(readFileSync(await download.path()), {
        bom: true,
        columns: true,
      })
      const { name, email } = words.heads
      expect(rows).toMatchObject([{ [name]: 'Zoé Lefèvre', [email]: zoe.email }])

      await page.goto(`/${language}/organisers/exports`)
      await expect(page.getByRole('table')).toContainText(download.suggestedFilename())
      await expect(page.getByRole('table')).toContainText(words.runs.states.sent)
      const [workbook] = await Promise.all([page.waitForEvent('download'), button.click()])
      const [, ...shown] = await readSheet(await workbook.path())
      expect(shown.map(row => row[1])).toEqual(["'=1+1"])

      await ageSecondFactors(site)
      await button.click()
      await expect(page).toHaveURL(/\/organisers\/reauthenticate\?/)
      await expect(page.getByText(auth.lost)).toBeVisible()
      if (javaScriptEnabled) await expectNoBarriers(page)
    })
  })
}
