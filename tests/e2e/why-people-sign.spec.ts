import { readMessages } from '#lib/text/messages.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, fillForm, GRACE, linkIn, mailTo, send } from '../support/pages/journey.ts'
import {
  decideOn,
  enterConsole,
  expectNoneLeft,
  leaveConsole,
  openSearch,
  rowOf,
} from '../support/pages/organisers.ts'
import { confirm } from '../support/pages/self-service.ts'

const STORIES = [
  { signer: CAMILLE, javaScriptEnabled: true },
  { signer: GRACE, javaScriptEnabled: false },
]

const STATEMENT = 'Never again. <img src=x onerror="document.title=1"> & <b>never</b>'

for (const { signer, javaScriptEnabled } of STORIES) {
  const { language, name, email } = signer
  const { organisers, statements, signatories, form } = readMessages(language)
  const wall = `/${language}/statements`

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    for (const decision of ['approve', 'refuse'] as const) {
      test(`a message waits to be read: organisers ${decision} it`, async ({ page, site }) => {
        await page.goto(`/${language}#sign`)
        await fillForm(page, signer)
        await page.getByText(form.more).click()
        await page.getByLabel(form.statement.label).fill(STATEMENT)
        await page.getByRole('checkbox', { name: form.public.label }).check()
        await send(page, language)
        await confirm(page, language, linkIn(await mailTo(site, email)))
        await page.goto(wall)
        await expect(page.getByRole('main')).toContainText(statements.empty)
        await page.goto(`/${language}/signatories`)
        await expect(page.getByRole('list', { name: signatories.list })).toContainText(name)
        await expect(page.getByRole('main')).not.toContainText('Never again')

        await enterConsole(page, site, language)
        await openSearch(page, language, 'statements')
        const row = rowOf(page, name)
        await expect(row).toContainText(STATEMENT)
        await decideOn(row, organisers.signatures.acts[decision])
        await expectNoneLeft(page, language)

        for (const place of [wall, `/${language}/signatories`]) {
          await page.goto(place)
          const quote = page.getByRole('main').getByRole('blockquote')
          if (decision === 'refuse') await expect(quote).toHaveCount(0)
          else await expect(quote).toHaveText(STATEMENT)
          await expect(page.getByRole('main').locator('img')).toHaveCount(0)
        }
        await leaveConsole(page, language)
      })
    }
  })
}
