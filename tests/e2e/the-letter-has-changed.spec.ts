import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, GRACE, LANGUAGES } from '../support/pages/journey.ts'
import { closeOwnSignature, openOwnSignature } from '../support/pages/self-service.ts'
import { aSignature } from '../support/people/factories/signature.ts'
import { EARLIER_WORDS, withEarlierLetter } from '../support/site/earlier-letter.ts'

for (const language of LANGUAGES) {
  const { versions, problems, letter: words } = readMessages(language)
  const letter = readLetter(language)

  test(`${language}: the version under the letter leads to that very text, which is kept`, async ({
    page,
  }) => {
    await page.goto(`/${language}`)
    await page.getByRole('link', { name: words.version }).click()
    await expect(page).toHaveURL(`/${language}/versions/${letter.version}`)
    await expect(page.getByRole('main')).toContainText(versions.current)
    const text = page.getByRole('article')
    await expect(text.getByRole('heading', { level: 2 })).toHaveText(letter.title)
    await expect(text).toContainText(`${words.version} ${letter.version}`)
    await expect(page.getByRole('region', { name: versions.all })).toContainText(versions.shown)
  })

  test(`${language}: a version that was never published is not found`, async ({ page }) => {
    for (const hash of ['a'.repeat(64), letter.version.slice(0, 11), 'no-hash', '%00']) {
      const answer = await page.goto(`/${language}/versions/${hash}`)
      expect([400, 404]).toContain(answer?.status())
    }
    await page.goto(`/${language}/versions/${'a'.repeat(64)}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(problems.notFound.title)
  })
}

const STORIES = [
  { signer: CAMILLE, javaScriptEnabled: true },
  { signer: CAMILLE, javaScriptEnabled: false },
  { signer: GRACE, javaScriptEnabled: true },
]

for (const { signer, javaScriptEnabled } of STORIES) {
  const { language, email } = signer
  const { selfService, reconfirm, versions, mail } = readMessages(language)
  const current = readLetter(language).version

  test.describe(`${signer.name}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, contextOptions: { reducedMotion: 'reduce' } })

    test('signed an earlier text, sees what changed, and reconfirms her signature', async ({
      page,
      site,
    }) => {
      await withEarlierLetter(site, language, async letterVersion => {
        await site.database.insert([aSignature({ ...signerAsRow(signer), letterVersion })])
        await openOwnSignature(page, site, signer)
        await page.getByRole('link', { name: selfService.readSigned }).click()
        await expect(page).toHaveURL(`/${language}/versions/${letterVersion}`)
        await expect(page.getByRole('main')).toContainText(versions.earlierMaterial)
        await expect(page.getByRole('article')).toContainText(EARLIER_WORDS)
        const changed = page.getByRole('region', { name: versions.changed })
        await expect(changed.locator('del')).toContainText(EARLIER_WORDS)
        if (javaScriptEnabled) await expectNoBarriers(page)

        await page.goto(`/${language}/my-signature`)
        await page.getByRole('link', { name: mail.reconfirm.button }).click()
        await expect(page.locator('#changes del')).toContainText(EARLIER_WORDS)
        if (javaScriptEnabled) await expectNoBarriers(page)
        expect(await site.database.signatureOf(email)).toMatchObject({ letterVersion })
        await page.getByRole('button', { name: reconfirm.button }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(reconfirm.extended.title)
        expect(await site.database.signatureOf(email)).toMatchObject({ letterVersion: current })
        await page.goto(`/${language}/my-signature`)
        await expect(page.getByRole('main')).not.toContainText(selfService.changedSince)
        await closeOwnSignature(page, language)
      })
    })
  })
}

function signerAsRow({ name, email, language }: typeof CAMILLE) {
  return { name, email, locale: language }
}
